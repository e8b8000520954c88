-- What an item's name means to the embedding model, see ItemVectors; vectors of two models are never compared.
alter table item add column embedding real[];
alter table item add column embedding_model text;
create index item_unembedded on item (household_id) where embedding is null;
create index item_category on item (household_id, category_id);
