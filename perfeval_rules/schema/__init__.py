"""JSON Schemas of the documents that people and programs exchange: made from the models, so that none can fall behind."""
