using System.Data.Common;
using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Sending;

/// <summary>The bell of somebody who works here.</summary>
internal sealed class NoticePeer(INotices notices) : IPeer
{
    private sealed record Words(string Text);

    public bool IsOpen => true;

    public Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

    public async Task<Outcome> SendAsync(DueMessage message, CancellationToken cancellation)
    {
        try
        {
            await notices.TellAsync([message.Address], "message", new Words(message.Subject), message.Body, cancellation);
            return new Outcome(OutgoingState.Sent, "");
        }
        catch (Exception e) when (Outage.Is(e) || e is DbException or OperationCanceledException)
        {
            return Outcome.InDoubt("lost"); // a commit whose answer was lost may have been made
        }
    }

    public Task CloseAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
