private import CCmark

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The sole owner of one parse by libcmark: freed at once, and no pointer leaves this file.
///
/// The tree is walked as it was made, from its root in the order of the text; every string is copied.
/// A long text comes in pieces: one tree after the other is made in the same memory.
@safe struct CmarkTree: ~Copyable {
  /// What a node is.
  enum Kind {
    case document, quote, item, paragraph, thematicBreak
    case list(isOrdered: Bool, start: Int, isTight: Bool)
    case heading(level: Int)
    case code(String)
    case htmlBlock(String)
    /// Words, which are in ``CmarkTree/letters``.
    case text
    case codeSpan(String)
    case html(String)
    case softBreak, lineBreak, emphasis, strong
    case link(destination: String, title: String)
    case image(destination: String, title: String)
    /// Something that libcmark of another version might know.
    case unknown
  }

  /// Where a block stands: lines from 0, the column in bytes from 0.
  struct Place {
    /// For running text, whose places libcmark does not know for certain.
    static let unknown = Place(firstLine: 0, firstColumn: 0, lastLine: 0)

    let firstLine: Int
    let firstColumn: Int
    let lastLine: Int
  }

  /// A step of the walk; the nodes that cannot have children are left without a step of their own.
  enum Step {
    case enter(Kind, Place)
    case leave(Kind)
  }

  /// A part of the text in which everything ends that starts in it.
  struct Piece {
    /// The number of its first line, from 0.
    let firstLine: Int
    let bytes: Range<Int>
  }

  /// The words of the last step, if it entered a text: they are looked at before a string is made.
  private(set) var letters: [UInt8] = []
  private let bytes: [UInt8]
  private var pieces: ArraySlice<Piece>
  /// The number of the first line of the piece that is walked over.
  private var firstLine = 0
  /// Holds the tree, which goes with it.
  private let arena: Arena
  /// The next node; nil between two pieces.
  private var current: OpaquePointer?
  private var isLeaving = false

  /// Parses `pieces` of `bytes` one after the other; nil only if memory is out.
  init?(_ bytes: [UInt8], _ pieces: [Piece]) {
    guard let arena = Arena() else { return nil }
    self.arena = arena
    self.bytes = bytes
    self.pieces = pieces[...]
    unsafe current = nil
  }

  /// Parses the next piece in the place of the last; false behind the last one.
  private mutating func parseNext() -> Bool {
    guard let piece = pieces.popFirst() else { return false }
    arena.reset()
    firstLine = piece.firstLine
    let text = bytes[piece.bytes]
    unsafe current = arena.whileUsed { unsafe Self.parse(text) }
    return unsafe current != nil
  }

  private static func parse(_ bytes: ArraySlice<UInt8>) -> OpaquePointer? {
    guard let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory) else {
      return nil
    }
    defer { unsafe cmark_parser_free(parser) }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) {
        unsafe cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    return unsafe cmark_parser_finish(parser)
  }

  /// The arena's functions, as libcmark wants them.
  private nonisolated(unsafe) static let memory = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    unsafe memory.initialize(
      to: cmark_mem(
        calloc: { unsafe Arena.allocate($0, $1) }, realloc: { unsafe Arena.reallocate($0, $1) },
        free: { unsafe Arena.free($0) }))
    return unsafe memory
  }()

  /// The next step of the walk; nil behind its end.
  mutating func next() -> Step? {
    if unsafe current == nil, !parseNext() { return nil }
    guard let node = unsafe current else { return nil }
    let kind = unsafe Self.kind(of: node)
    if case .text = kind { unsafe readLetters(of: node) }
    if isLeaving {
      unsafe moveOn(from: node)
      return .leave(kind)
    }
    if kind.isContainer {
      if let child = unsafe cmark_node_first_child(node) {
        unsafe current = child
      } else {
        isLeaving = true
      }
    } else {
      unsafe moveOn(from: node)
    }
    return .enter(kind, kind.isBlock ? unsafe place(of: node) : .unknown)
  }

  private mutating func moveOn(from node: OpaquePointer) {
    if let sibling = unsafe cmark_node_next(node) {
      unsafe current = sibling
      isLeaving = false
    } else if let parent = unsafe cmark_node_parent(node) {
      unsafe current = parent
      isLeaving = true
    } else {
      unsafe current = nil
      isLeaving = false
    }
  }

  private func place(of node: OpaquePointer) -> Place {
    unsafe Place(
      firstLine: firstLine + Int(cmark_node_get_start_line(node)) - 1,
      firstColumn: Int(cmark_node_get_start_column(node)) - 1,
      lastLine: firstLine + Int(cmark_node_get_end_line(node)) - 1)
  }

  private static func kind(of node: OpaquePointer) -> Kind {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST:
      unsafe .list(
        isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(cmark_node_get_list_start(node)),
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: unsafe .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: unsafe .htmlBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: unsafe .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: unsafe .codeSpan(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: unsafe .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      unsafe .link(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      unsafe .image(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case _: .unknown
    }
  }

  private mutating func readLetters(of node: OpaquePointer) {
    letters.removeAll(keepingCapacity: true)
    guard let literal = unsafe cmark_node_get_literal(node) else { return }
    let count = unsafe strlen(literal)
    unsafe UnsafeRawBufferPointer(start: literal, count: count).withMemoryRebound(to: UInt8.self) {
      unsafe letters.append(contentsOf: $0)
    }
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

extension CmarkTree.Kind {
  fileprivate var isBlock: Bool {
    switch self {
    case .document, .quote, .item, .paragraph, .list, .heading, .thematicBreak, .code, .htmlBlock:
      true
    case .text, .codeSpan, .html, .softBreak, .lineBreak, .emphasis, .strong, .link, .image,
      .unknown:
      false
    }
  }

  /// Whether a step leaves it as well.
  fileprivate var isContainer: Bool {
    switch self {
    case .document, .quote, .item, .paragraph, .list, .heading, .emphasis, .strong, .link, .image,
      .unknown:
      true
    case .thematicBreak, .code, .htmlBlock, .text, .codeSpan, .html, .softBreak, .lineBreak: false
    }
  }
}
