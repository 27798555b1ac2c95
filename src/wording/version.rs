//! The words about the version that is open, and about a newer one.
//! Knows words only.

words! {
    VERSION = 10;
    VERSION_TITLE: "この版" / "This version";
    VERSION_NUMBER: "版" / "Version";
    VERSION_NEWER: "新しい版に更新（入力は保存済み）" / "Update to the new version (your words are saved)";
    VERSION_NEWER_TEXT: "新しい版の用意ができています。更新は、都合のよいときで大丈夫です。" / "A new version is ready. Update whenever it suits you.";
}
