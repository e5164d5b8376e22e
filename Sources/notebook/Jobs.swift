import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Work that is done for several files at once; what comes out does not depend on how many.
enum Jobs {
  /// As many as the machine has processors.
  static var processorCount: Int { max(1, Int(sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }

  /// What `body` gives for every number below `count`, in their order.
  static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(body) }
    let work = Work(count: count, body: body)
    let threads = (1..<min(jobs, count)).compactMap { _ in Thread.start { work.run() } }
    work.run()
    for thread in threads { thread.join() }
    return work.results
  }

  /// The numbers that are left, and what came out for the others.
  ///
  /// A class, since threads share it; both are behind locks.
  private final class Work<Result: Sendable>: Sendable {
    private let next = Mutex(0)
    private let finished: Mutex<[Result?]>
    private let body: @Sendable (Int) -> Result
    private let count: Int

    init(count: Int, body: @escaping @Sendable (Int) -> Result) {
      self.count = count
      self.body = body
      finished = Mutex(Array(repeating: nil, count: count))
    }

    func run() {
      while true {
        let number = next.withLock { next in
          next += 1
          return next - 1
        }
        guard number < count else { return }
        let result = body(number)
        finished.withLock { $0[number] = result }
      }
    }

    var results: [Result] { finished.withLock { $0.compactMap(\.self) } }
  }
}

/// A thread of the system with as much stack as the first one.
private struct Thread {
  private let id: pthread_t

  /// Begins work; nil where the system has no thread to give, and others do the work.
  static func start(_ body: @escaping @Sendable () -> Void) -> Thread? {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
    let box = unsafe Unmanaged.passRetained(Box(body))
    #if canImport(Darwin)
    var id: pthread_t?
    #else
    var id = pthread_t()
    #endif
    let status = unsafe pthread_create(
      &id, &attributes,
      { pointer in
        #if canImport(Darwin)
        unsafe Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
        #else
        if let pointer = unsafe pointer {
          unsafe Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body()
        }
        #endif
        return nil
      }, box.toOpaque())
    #if canImport(Darwin)
    if status == 0, let id { return unsafe Thread(id: id) }
    #else
    if status == 0 { return Thread(id: id) }
    #endif
    unsafe box.release()
    return nil
  }

  func join() {
    pthread_join(id, nil)
  }

  private final class Box: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }
}
