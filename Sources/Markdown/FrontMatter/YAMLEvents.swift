private import CYaml

/// What libyaml finds in a text, in order; no pointer leaves this file.
///
/// Offsets count characters of the text, as libyaml does.
struct YAMLEvents {
  /// One event.
  struct Event {
    enum Kind {
      case scalar(String, style: Style)
      case sequence, mapping
      case end
      case alias
    }

    let kind: Kind
    let start: Int
    let end: Int
    /// Whether an anchor or a tag stands in front of it.
    let isMarked: Bool
  }

  /// How a scalar is written.
  enum Style {
    case plain, single, double, block
  }

  /// Why libyaml gave up, in its words.
  struct Failure {
    let problem: String
    let offset: Int
  }

  private(set) var events: [Event] = []
  private(set) var failure: Failure?

  /// Reads `bytes`, but stops where sequences and mappings nest deeper than `nestingLimit`, which
  /// then is the depth of the last event.
  init(_ bytes: [UInt8], nestingLimit: Int) {
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) != 0 else { return }
    defer { unsafe yaml_parser_delete(&parser) }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var depth = 0
      while depth <= nestingLimit {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(&parser, &event) != 0 else {
          unsafe failure = Failure(
            problem: Self.string(parser.problem), offset: Int(parser.problem_mark.index))
          break
        }
        defer { unsafe yaml_event_delete(&event) }
        if unsafe event.type == YAML_STREAM_END_EVENT { break }
        guard let found = unsafe Self.event(event) else { continue }
        events.append(found)
        switch found.kind {
        case .sequence, .mapping: depth += 1
        case .end: depth -= 1
        case .scalar, .alias: break
        }
      }
    }
  }

  private static func event(_ event: yaml_event_t) -> Event? {
    let kind: Event.Kind
    var isMarked = false
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      isMarked = unsafe scalar.anchor != nil || scalar.tag != nil
      let length = unsafe Int(scalar.length)
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: length), as: UTF8.self)
      kind = unsafe .scalar(text, style: style(scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe event.data.sequence_start
      isMarked = unsafe sequence.anchor != nil || sequence.tag != nil
      kind = .sequence
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe event.data.mapping_start
      isMarked = unsafe mapping.anchor != nil || mapping.tag != nil
      kind = .mapping
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .end
    case YAML_ALIAS_EVENT: kind = .alias
    case _: return nil
    }
    return unsafe Event(
      kind: kind, start: Int(event.start_mark.index), end: Int(event.end_mark.index),
      isMarked: isMarked)
  }

  private static func style(_ style: yaml_scalar_style_t) -> Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .double
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    case _: .plain
    }
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "it cannot be read" }
    return unsafe String(cString: pointer)
  }
}
