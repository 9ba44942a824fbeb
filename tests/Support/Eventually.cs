using System.Diagnostics;

namespace WaterNode.Tests.Support;

/// <summary>Polls a condition with a deadline: for tests in which a process or a socket is involved.</summary>
public static class Eventually
{
    /// <param name="condition">Becomes true sooner or later.</param>
    /// <param name="what">Names the condition in the failure message.</param>
    /// <param name="deadlineSeconds">Generous: it is only reached when the test fails.</param>
    /// <exception cref="TimeoutException">The condition was still false at the deadline.</exception>
    public static async Task Holds(Func<Task<bool>> condition, string what, int deadlineSeconds = 30)
    {
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed.TotalSeconds > deadlineSeconds) throw new TimeoutException($"After {deadlineSeconds} s still not: {what}.");
            await Task.Delay(PollMilliseconds);
        }
    }

    public static Task Holds(Func<bool> condition, string what, int deadlineSeconds = 30) =>
        Holds(() => Task.FromResult(condition()), what, deadlineSeconds);

    private const int PollMilliseconds = 20;
}
