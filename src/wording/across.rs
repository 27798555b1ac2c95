//! The words for the person across the table, and for rehearsing what to say to them.
//! Knows words only.

words! {
    ACROSS;
    ACROSS_PAGE: "面談の相手のページ" / "For the person you meet";
    REHEARSE_PAGE: "話す練習" / "Rehearse the talk";
}
