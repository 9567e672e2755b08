"""Static files with content hashes, ES module imports included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HouseStatics(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped library
    """Hash names, compress, and rewrite ``import`` in our ES modules."""

    support_js_module_import_aggregation = True
