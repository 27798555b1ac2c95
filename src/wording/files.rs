//! The words of the files that are handed over or kept, and of the screen that makes them.
//! Knows words only.

words! {
    FILES;
    FILES_PAGE: "ファイルにする" / "Make a file";
}
