import Markdown
import Source

/// The images that a document has got so far.
struct Images {
  /// All images of a document together have at most this many bytes.
  static let totalLimit = 64 << 20

  /// What came of each path; nil for bytes that are no image.
  var files: [String: ImageFile] = [:]
  var contents: [String: ImageContent] = [:]
  /// The bytes of all images shown, those shown twice counted twice.
  var total = 0
}

extension Weaver {
  /// An image with its content; what keeps it from being had is told.
  mutating func image(_ link: Markdown.Link) -> Document.Image {
    Document.Image(
      alternativeText: link.inlines.plainText, title: link.title,
      content: content(of: link.destination, at: link.span))
  }

  private mutating func content(of destination: String, at span: Span) -> ImageContent? {
    switch ImagePath(destination) {
    case .url:
      report(.imageURL(destination), at: span, hint: "save it beside the notebook")
    case .absolute:
      report(
        .imageOutside(destination, "is an absolute path", code: "image-absolute-path"), at: span,
        hint: "put the image beside the notebook")
    case .outside:
      report(
        .imageOutside(destination, "leads out of the notebook's folder", code: "image-outside"),
        at: span, hint: "put the image beside the notebook")
    case .unusable:
      report(.imagePath, at: span, hint: "name a file beside the notebook")
    case .inside(let path): return content(ofFile: path, at: span)
    }
    return nil
  }

  private mutating func content(ofFile path: String, at span: Span) -> ImageContent? {
    guard let load = options.loadsImage else { return nil }
    let file = images.files[path] ?? load(path)
    images.files[path] = file
    switch file {
    case .missing: report(.imageMissing(path), at: span)
    case .unreadable: report(.imageUnreadable(path), at: span)
    case .outside:
      report(
        .imageOutside(path, "is a link out of the notebook's folder", code: "image-outside"),
        at: span, hint: "put the image itself beside the notebook")
    case .tooLarge: reportSize(path, at: span)
    case .bytes(let bytes) where bytes.count > ImageFile.byteLimit: reportSize(path, at: span)
    case .bytes(let bytes):
      guard let content = images.contents[path] ?? ImageContent(bytes) else {
        report(.imageFormat(path), at: span, hint: "use PNG, JPEG, GIF, WebP or SVG")
        return nil
      }
      images.contents[path] = content
      guard images.total + bytes.count <= Images.totalLimit else {
        report(.imagesTooLarge, at: span, hint: "show fewer or smaller images")
        return nil
      }
      images.total += bytes.count
      return content
    }
    return nil
  }

  private mutating func reportSize(_ path: String, at span: Span) {
    report(.imageTooLarge(path), at: span, hint: "scale it down")
  }
}

extension Diagnostic.Message {
  static func imageURL(_ destination: String) -> Self {
    Self("image-url", "the image '\(shortened(destination))' is not beside the notebook")
  }

  static func imageOutside(_ path: String, _ what: String, code: String) -> Self {
    Self(code, "'\(shortened(path))' \(what)")
  }

  static let imagePath = Self("image-path", "this names no file")

  static func imageMissing(_ path: String) -> Self {
    Self("image-missing", "there is no image '\(shortened(path))' beside the notebook")
  }

  static func imageUnreadable(_ path: String) -> Self {
    Self("image-unreadable", "the image '\(shortened(path))' cannot be read")
  }

  static func imageTooLarge(_ path: String) -> Self {
    Self(
      "image-too-large",
      "the image '\(shortened(path))' is larger than \(ImageFile.byteLimit >> 20) MiB, the limit")
  }

  static let imagesTooLarge = Self(
    "images-too-large",
    "the images are larger than \(Images.totalLimit >> 20) MiB together, the limit")

  static func imageFormat(_ path: String) -> Self {
    Self("image-format", "'\(shortened(path))' is no image that a page can show")
  }

  /// Data in place of a name is long.
  private static func shortened(_ path: String) -> String {
    path.utf8.count <= 80 ? path : path.prefix(60) + "…"
  }
}
