/** What the lists are made from; part of a generation, so that a reindex only looks at what changed. */
export const UPKEEP_TABLES = `
  CREATE TABLE sketches (row INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE, signature BLOB NOT NULL);
  CREATE TABLE sketch_bands (band INTEGER, row INTEGER, PRIMARY KEY (band, row)) WITHOUT ROWID;
  CREATE TABLE overlaps (a INTEGER, b INTEGER, share REAL NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
  CREATE INDEX overlaps_other ON overlaps (b);
  CREATE TABLE facts (
    row INTEGER PRIMARY KEY, document TEXT NOT NULL, unit TEXT NOT NULL, fact TEXT NOT NULL
  );
  CREATE INDEX facts_of_document ON facts (document);
  CREATE TABLE fact_bands (band INTEGER, row INTEGER, PRIMARY KEY (band, row)) WITHOUT ROWID;
  CREATE TABLE contradictions (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
  CREATE INDEX contradictions_other ON contradictions (b);
`
