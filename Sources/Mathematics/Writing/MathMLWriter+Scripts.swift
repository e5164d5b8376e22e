extension MathMLWriter {
  mutating func scripted(_ scripts: Formula.Scripts, _ setting: Setting) {
    let isStacked = scripts.carriesLimits
    var inner = setting
    switch scripts.placement {
    case .limits: inner.movesLimits = false
    case .beside: inner.movesLimits = nil
    case .automatic: if isStacked, scripts.base.isNamed { inner.movesLimits = true }
    }
    let hasSub = scripts.sub != nil
    let hasSup = scripts.sup != nil || scripts.primes > 0
    let tag: Markup.Tag =
      switch (hasSub, hasSup) {
      case (true, true): isStacked ? .munderover : .msubsup
      case (true, false): isStacked ? .munder : .msub
      case (false, _): isStacked ? .mover : .msup
      }
    out.open(tag)
    if case .delimiter = scripts.base {
      // Chromium does not stretch a delimiter that is itself the base.
      out.open(.mrow)
      element(scripts.base, inner)
      out.close(.mrow)
    } else {
      element(scripts.base, inner)
    }
    if let sub = scripts.sub { element(sub, setting.script) }
    if hasSup { superscript(scripts, setting.script) }
    out.close(tag)
  }

  private mutating func superscript(_ scripts: Formula.Scripts, _ setting: Setting) {
    guard scripts.primes > 0 else {
      if let sup = scripts.sup { element(sup, setting) }
      return
    }
    if scripts.sup != nil { out.open(.mrow) }
    var primes = ""
    for _ in 0..<(scripts.primes / 3) { primes += "‴" }
    primes += ["", "′", "″"][scripts.primes % 3]
    out.element(.mo, " class=\"prime\"", primes)
    if let sup = scripts.sup {
      write(sup, setting)
      out.close(.mrow)
    }
  }

  mutating func layered(
    _ layering: Formula.Layering, _ label: Formula, _ base: Formula, _ setting: Setting
  ) {
    var inner = setting
    if base.takesLimits { inner.movesLimits = false }
    let tag = layering == .underset ? Markup.Tag.munder : .mover
    out.open(tag)
    element(base, inner)
    element(label, setting.script)
    out.close(tag)
  }

  mutating func arrow(_ name: String, _ over: Formula, _ under: Formula?, _ setting: Setting) {
    let tag = under == nil ? Markup.Tag.mover : .munderover
    out.open(tag)
    out.element(.mo, " stretchy=\"true\"", ExtensibleArrows.character(name) ?? "→")
    for label in [under, over].compactMap({ $0 }) {
      out.open(.mrow)
      space(400)
      write(label, setting.script)
      space(400)
      out.close(.mrow)
    }
    out.close(tag)
  }

  mutating func accented(_ accent: Formula.Accent, _ base: Formula, _ setting: Setting) {
    switch accent {
    case .overline, .underline:
      out.open(.mrow, " class=\"\(accent.rawValue)\"")
      write(base, setting.inner)
      return out.close(.mrow)
    case .hat, .bar, .tilde, .vec, .dot, .ddot, .dddot, .ddddot, .check, .breve, .acute, .grave,
      .mathring, .widehat, .widetilde, .widecheck, .overbrace, .underbrace, .overbracket,
      .underbracket, .overrightarrow, .overleftarrow, .overleftrightarrow, .underrightarrow,
      .underleftarrow, .underleftrightarrow, .overrightharpoon, .overleftharpoon, .overdoublearrow,
      .overparen, .underparen, .overgroup, .undergroup, .undertilde:
      break
    }
    let tag = accent.isBelow ? Markup.Tag.munder : .mover
    let isAccent = !accent.isBelow && !accent.takesLabels
    out.open(tag, isAccent ? " accent=\"true\"" : "")
    element(base, setting.inner)
    let kind = accent == .vec || accent == .dddot || accent == .ddddot ? " class=\"vec\"" : ""
    out.element(.mo, kind + " stretchy=\"\(accent.stretches)\"", accent.character)
    out.close(tag)
  }
}

extension Formula {
  /// Whether the formula is an operator with a name, possibly wrapped.
  var isNamed: Bool {
    if case .named = self { true } else { false }
  }
}
