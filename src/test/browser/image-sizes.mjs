// What a registry keeps of each image, layer by layer: a table, then one line of JSON. For ./planner bench image-sizes.
import { Buildah, images, whyNot } from './buildah.mjs';
import { temporaryFolder } from './planner.mjs';

/** In megabytes, as issue and plan ask for. */
const LARGEST = { web: 220, ai: 350 };

const megabytes = (bytes) => Math.round(bytes / 100_000) / 10;

/** What an instruction brings, in a word or two. */
const NAMES = [
  [/\/opt\/java/, 'Java'],
  [/apt-get/, 'libheif'],
  [/\/app\/models $/, 'models'],
  [/\/app\/native/, 'native libraries'],
  [/\/app\/lib/, 'Java libraries'],
  [/\/app\/models\//, 'exemplars'],
  [/\/app\//, 'program and its cache'],
  [/\/data/, 'empty folder for files'],
];

const reason = whyNot();
if (reason) {
  console.error(`Image sizes cannot be measured here: ${reason}`);
  process.exit(1);
}

const store = new Buildah(temporaryFolder());
try {
  store.makeBases(process.env.JAVA_HOME);
  store.makeCompiled();
  const measured = {};
  for (const which of Object.keys(images)) {
    const layers = store.layers(store.buildImage(which)).map(({ bytes, from }, i) => ({
      layer: i === 0 ? 'base (a stand-in made here)' : (NAMES.find(([pattern]) => pattern.test(from))?.[1] ?? from),
      megabytes: megabytes(bytes),
      bytes,
    }));
    const total = megabytes(layers.reduce((sum, layer) => sum + layer.bytes, 0));
    console.log(`${which}, compressed, of ${LARGEST[which]} MB at most`);
    for (const { layer, megabytes: size } of layers) console.log(`  ${size.toFixed(1).padStart(7)} MB  ${layer}`);
    console.log(`  ${total.toFixed(1).padStart(7)} MB  altogether`);
    measured[which] = { megabytes: total, largest: LARGEST[which], layers: layers.map(({ layer, megabytes: size }) => [layer, size]) };
  }
  console.log(JSON.stringify({ bench: 'image-sizes', ...measured }));
} finally {
  store.remove();
}
