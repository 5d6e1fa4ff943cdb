namespace Granary.Kernel;

/// <summary>Tells followers inside this process that something was committed; those in others find out by polling.</summary>
public sealed class Wakeups
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>To be taken before looking for work, so that a commit between looking and waiting is not missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Committed() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits for a commit, or until the poll interval is over.</summary>
    public static async Task WaitAsync(Task next, TimeSpan poll, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            await next.WaitAsync(poll, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // Nobody woke us: look all the same.
        }
    }
}
