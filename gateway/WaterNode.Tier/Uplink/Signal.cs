namespace WaterNode.Tier.Uplink;

/// <summary>Wakes one waiter; a call that nobody waits for is remembered, several count as one.</summary>
internal sealed class Signal
{
    private TaskCompletionSource raised = New();

    public void Raise() => Volatile.Read(ref raised).TrySetResult();

    public Task Raised => Volatile.Read(ref raised).Task;

    /// <summary>To be called before looking at what the signal is about, so that nothing falls in between.</summary>
    public void Clear()
    {
        if (raised.Task.IsCompleted) Volatile.Write(ref raised, New());
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
