import Source
import Testing

@testable import Manuscripts

@Suite("Images")
struct ImageTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1]

  private func weave(_ text: String, _ file: ImageFile = .bytes(png)) -> Document {
    var options = WeavingOptions()
    options.loadsImage = { _ in file }
    return read(text).execute().weave(options: options)
  }

  @Test("are got by their path and known by their content")
  func areGot() {
    var options = WeavingOptions()
    options.loadsImage = { path in path == "a b/chart.txt" ? .bytes(Self.png) : .missing }
    let document = read("![A *b* c](a%20b/chart.txt \"T\")").execute().weave(options: options)
    #expect(document.diagnostics.isEmpty)
    let image = Document.Image(
      alternativeText: "A b c", title: "T", content: ImageContent(Self.png))
    #expect(image.content?.format == .png)
    #expect(document.blocks == [.paragraph([.image(image)])])
  }

  @Test(
    "stand beside the notebook or nowhere",
    arguments: [
      ("https://a.org/b.png", "image-url"), ("//a.org/b.png", "image-url"),
      ("data:image/png;base64,AA==", "image-url"), ("file:///etc/passwd", "image-url"),
      ("HTTP:a.png", "image-url"), ("/etc/passwd", "image-absolute-path"),
      ("~/a.png", "image-absolute-path"), ("%2Fetc/passwd", "image-absolute-path"),
      ("../a.png", "image-outside"), ("a/../../b.png", "image-outside"),
      ("%2e%2E/a.png", "image-outside"), ("..", "image-outside"), ("a\\\\..\\\\b", "image-outside"),
      ("", "image-path"), ("a%00.png", "image-path"), ("a%0A.png", "image-path"),
      ("%FF.png", "image-path"),
    ])
  func standBesideTheNotebook(path: String, code: String) {
    let document = weave("ü ![a](<\(path)>)")
    #expect(document.diagnostics.map(\.message.code) == [code])
    #expect(document.diagnostics.first?.span.start == 3)
    #expect(document.everything.contains("alternativeText: \"a\""))
  }

  @Test(
    "that cannot be shown are told of",
    arguments: [
      (.missing, "image-missing"), (.outside, "image-outside"), (.tooLarge, "image-too-large"),
      (.unreadable, "image-unreadable"), (.bytes([]), "image-format"),
      (.bytes(Array("<html><svg>".utf8)), "image-format"),
      (.bytes(Array(repeating: 0, count: ImageFile.byteLimit + 1)), "image-too-large"),
    ] as [(ImageFile, String)])
  func areToldOf(file: ImageFile, code: String) {
    #expect(weave("![a](b.png)", file).diagnostics.map(\.message.code) == [code])
  }

  @Test(
    "say their format themselves",
    arguments: [
      ("GIF89a", .gif), ("GIF87a", .gif), ("RIFF1234WEBP", .webp), ("RIFF1234WAVE", nil),
      ("<svg>", .svg),
      ("\u{FEFF} <?xml version='1.0'?>\n<!-- a -->\n<!DOCTYPE svg>\n<svg a='b'/>", .svg),
      ("<svgx>", nil), ("<!-- <svg>", nil), ("<svg", nil), ("plain", nil), ("", nil),
    ] as [(String, ImageContent.Format?)])
  func sayTheirFormat(text: String, format: ImageContent.Format?) {
    #expect(ImageContent(Array(text.utf8))?.format == format)
  }

  @Test("of a solution are not even looked for on the paper")
  func doNotLeak() {
    var options = WeavingOptions()
    options.loadsImage = { _ in .bytes(Self.png) }
    let executed = read("## Q {marks=1}\n### Solution\n![a](b.png)\n").execute()
    #expect(!executed.weave(for: .paper, options: options).everything.contains("137, 80"))
  }

  @Test("have a size together that pages can bear")
  func areLimited() {
    let large = Self.png + [UInt8](repeating: 0, count: 7 << 20)
    let document = weave(String(repeating: "![a](b.png)\n", count: 12), .bytes(large))
    #expect(
      document.diagnostics.map(\.message.code) == [
        "images-too-large", "images-too-large", "images-too-large",
      ])
  }
}

@Suite("Raw HTML")
struct RawHTMLTests {
  private let text = "a <b>c</b> <!-- note -->\n\n<div>\nx <!-- secret --> y\n</div>\n"

  @Test("is dropped, and told of at its place")
  func isDropped() {
    let manuscript = read(text)
    let document = manuscript.execute().weave()
    #expect(
      document.diagnostics.map { $0.place(in: manuscript.source) }
        == ["1:3 raw-html", "1:7 raw-html", "3:1 raw-html"])
    #expect(document.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(!document.everything.contains("div"))
  }

  @Test("is kept where that is asked for, without comments")
  func isKept() {
    var options = WeavingOptions()
    options.keepsRawHTML = true
    let document = read(text).execute().weave(options: options)
    #expect(document.diagnostics.isEmpty)
    #expect(document.blocks.last == .html("<div>\nx  y\n</div>\n"))
    #expect(!document.everything.contains(" note ") && !document.everything.contains("secret"))
  }
}
