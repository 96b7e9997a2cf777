"""The judge: one resume against one job, dataclasses in and a result out.

Nothing here reads a database, a setting or a clock. Use :func:`analyses.engine.judge.prepare` to learn which
texts need embedding and :func:`analyses.engine.judge.judge` to score them.
"""

ENGINE_VERSION = "1.8.0"
SCHEMA_VERSION = 3
