// swift-tools-version: 6.3

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// One room of the house: what it may import is what its line names; nothing points back.
func room(_ name: String, uses rooms: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: rooms, swiftSettings: strict)
}

func tests(of name: String, uses rooms: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "Support"] + rooms,
    exclude: [], swiftSettings: strict)
}

let package = Package(
  name: "notebook",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "notebook", targets: ["notebook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    room("Source"),
    room("Mathematics", uses: ["Source"]),
    room("Algebra", uses: [.product(name: "BigInt", package: "BigInt")]),
    room("Figures", uses: ["Mathematics"]),
    room("Workings", uses: ["Algebra", "Figures", "Mathematics"]),
    room("DeepLearning", uses: ["Workings", "Algebra", "Figures", "Mathematics"]),
    room("Language", uses: ["DeepLearning", "Workings", "Algebra", "Source"]),
    room("Markdown", uses: ["CCmark", "CYaml", "Source"]),
    room(
      "Manuscripts",
      uses: [
        "Language", "Markdown", "DeepLearning", "Workings", "Mathematics", "Algebra", "Source",
      ]),
    .target(
      name: "Templates", path: "templates",
      resources: [.embedInCode("page.html"), .embedInCode("page.css")],
      swiftSettings: strict),
    room(
      "Rendering",
      uses: [
        "Manuscripts", "Language", "Workings", "Figures", "Algebra", "Mathematics", "Source",
        "Templates",
      ]),
    room(
      "DocTests",
      uses: [
        "Rendering", "Manuscripts", "Language", "Markdown", "Workings", "Mathematics", "Algebra",
        "Source",
      ]),
    .executableTarget(
      name: "notebook",
      dependencies: [
        "DocTests", "Rendering", "Manuscripts", "Language", "Workings", "Mathematics", "Algebra",
        "Source",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
    tests(of: "Source"),
    tests(of: "Mathematics", uses: ["Source"]),
    tests(of: "Algebra"),
    tests(of: "Figures", uses: ["Mathematics"]),
    tests(of: "Workings", uses: ["Language", "Algebra"]),
    tests(of: "DeepLearning", uses: ["Workings", "Algebra"]),
    tests(
      of: "Language", uses: ["DeepLearning", "Workings", "Algebra", "Mathematics", "Source"]),
    tests(of: "Markdown", uses: ["Source"]),
    tests(
      of: "Manuscripts", uses: ["Language", "Workings", "Mathematics", "Algebra", "Source"]),
    tests(
      of: "Rendering",
      uses: ["Manuscripts", "Workings", "Figures", "Mathematics", "Source", "Templates"]),
    tests(
      of: "DocTests",
      uses: ["Rendering", "Manuscripts", "DeepLearning", "Workings", "Algebra", "Source"]),
    .testTarget(name: "TidyTests", dependencies: ["Support"], swiftSettings: strict),
    .testTarget(
      name: "NotebookTests", dependencies: ["Support", "notebook", "DocTests"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
