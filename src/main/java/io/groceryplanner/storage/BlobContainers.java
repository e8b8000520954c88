package io.groceryplanner.storage;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.BlobServiceVersion;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.time.Duration;
import java.util.concurrent.Executors;

/** How Azure Blob Storage is reached. */
final class BlobContainers {

  /** One that is widely there, rather than the newest the library knows. */
  private static final BlobServiceVersion VERSION = BlobServiceVersion.V2025_11_05;

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 4;
  private static final int SECONDS_FOR_AN_ATTEMPT = 30;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 4_000;

  private BlobContainers() {}

  /** Nothing is called yet, so the application starts while the store is away. */
  static BlobContainerClient of(StorageSettings settings) {
    return of(
        settings,
        new RequestRetryOptions(
            RetryPolicyType.EXPONENTIAL,
            ATTEMPTS,
            SECONDS_FOR_AN_ATTEMPT,
            FIRST_PAUSE_MILLIS,
            LONGEST_PAUSE_MILLIS,
            null));
  }

  static BlobContainerClient of(StorageSettings settings, RequestRetryOptions patience) {
    var builder =
        new BlobServiceClientBuilder()
            .serviceVersion(VERSION)
            .httpClient(httpClient())
            .retryOptions(patience);
    if (settings.connectionString().isBlank()) {
      builder
          .endpoint("https://" + settings.account() + ".blob.core.windows.net")
          .credential(identity(settings));
    } else {
      builder.connectionString(settings.connectionString());
    }
    return builder.buildClient().getBlobContainerClient(settings.container());
  }

  private static com.azure.core.credential.TokenCredential identity(StorageSettings settings) {
    var identity = new ManagedIdentityCredentialBuilder().httpClient(httpClient());
    return settings.clientId().isBlank()
        ? identity.build()
        : identity.clientId(settings.clientId()).build();
  }

  private static HttpClient httpClient() {
    // Threads of its own: by default answers wait for a common pool that others may have filled.
    return new JdkHttpClientBuilder()
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .connectionTimeout(CONNECTING)
        .build();
  }
}
