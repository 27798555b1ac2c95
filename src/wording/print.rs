//! The words around printing and its fonts.
//! Knows words only.

words! {
    PRINT = 8;
    PRINT_LOADING: "印刷用の文字を読み込んでいます。終わると、印刷の画面が開きます。待たずに印刷するときは、もう一度押してください。" / "Loading the fonts for printing. The print window opens when they’re here. To print without waiting, press again.";
    PRINT_WITHOUT: "印刷用の文字に、読み込めなかったものがあります。そこは端末の書体で印刷します。読むぶんには変わりませんが、PDFから写した文字が、書いたものと違うことがあります。" / "Some of the fonts for printing couldn’t be loaded, so a font on this device is used instead. It reads the same, but text copied from the PDF may differ from what you wrote.";
    PRINT_OUTSIDE: "次の文字は、印刷用の書体にありません。端末の書体で印刷されます：" / "These characters aren’t in the printing font. They’re printed with a font on this device:";
}
