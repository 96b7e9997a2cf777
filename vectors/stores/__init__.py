"""Indexes: FAISS files and Chroma collections behind one interface. Both are caches of the database."""
