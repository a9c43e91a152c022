//! `StorageConfigInput`.

use super::storage_config::{StorageConfigAuthMethod, StorageConfigType};
use crate::runtime::{Secret, input};

input! {
    /// The storage of one's own that a recording is uploaded to. Null means none.
    pub struct StorageConfigInput new(type_: StorageConfigType) {
        /// What kind of storage it is.
        required type_: StorageConfigType = "type",

        /// Name of the bucket.
        optional bucket: String = "bucket",

        /// Region of the bucket, such as `eu-central-1`.
        optional region: String = "region",

        /// Folder within the bucket.
        optional path: String = "path",

        /// Id of the key to the bucket; not for `gcs`. It is never answered.
        optional access_key: Secret = "access_key",

        /// The key to the bucket. It is never answered.
        optional secret: Secret = "secret",

        /// Host of an `sftp` storage.
        optional host: String = "host",

        /// Port of an `sftp` storage.
        optional port: f64 = "port",

        /// User of an `sftp` storage.
        optional username: String = "username",

        /// How the user of an `sftp` storage proves itself.
        optional auth_method: StorageConfigAuthMethod = "auth_method",

        /// Password of the user, or of the private key if the method is `KEY`.
        optional password: Secret = "password",

        /// Private key of the user, if the method is `KEY`.
        optional private_key: Secret = "private_key",
    }
}
