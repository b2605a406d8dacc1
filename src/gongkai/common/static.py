"""Static files under names that carry their hash, compressed once at collection time."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticStorage(CompressedManifestStaticFilesStorage):
    # An unlisted file is an error in a test, not a broken page for a resident.
    manifest_strict = False
