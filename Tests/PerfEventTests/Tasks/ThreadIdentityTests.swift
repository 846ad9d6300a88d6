import Foundation
import PerfEvent
import Testing

@Suite struct ThreadIdentityTests {
  @Test func `threads have identities of their own, never used again`() async {
    let mine = ThreadIdentity.current
    #expect(ThreadIdentity.current == mine)
    #expect(ThreadIdentity.kernelThreadID > 0)
    var seen: Set<ThreadIdentity> = [mine]
    for _ in 0..<20 {
      let other: ThreadIdentity = await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: .current) }
      }
      #expect(seen.insert(other).inserted)
    }
  }
}
