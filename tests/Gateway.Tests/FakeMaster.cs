using System.Collections.Concurrent;
using Granary.Ecif.Contracts;

namespace Granary.Gateway.Tests;

/// <summary>The customer master as the gateway sees it, in memory: remembers ids, and can be told to be slow, busy or broken.</summary>
internal sealed class FakeMaster : IIntake, IInquiry, IFileRegister, IHoldings
{
    private readonly ConcurrentDictionary<(string System, string Id), Verdict> inbox = new();
    private readonly ConcurrentDictionary<(string System, string Id), byte[]> told = new();
    private readonly ConcurrentDictionary<(string System, string File), (string Sha256, bool Completed)> files = new();

    public ConcurrentQueue<SourceMessage> Submitted { get; } = new();

    public ConcurrentQueue<RefusedFrame> Refused { get; } = new();

    /// <summary>What a message gets; null from it means the usual verdict.</summary>
    public Func<SourceMessage, Task<Verdict?>> OnMessage { get; set; } = _ => Task.FromResult<Verdict?>(null);

    public InquiryAnswer? Golden { get; set; }

    public static Verdict Done { get; } = new(Outcome.Applied, Reason.None, "8000000001234", "", "");

    public static Verdict Busy { get; } = new(Outcome.Busy, Reason.TryAgain, null, "", "");

    public async ValueTask<Verdict> SubmitAsync(SourceMessage message, CancellationToken cancellation)
    {
        Submitted.Enqueue(message);
        if (inbox.TryGetValue((message.System, message.MessageId), out var known))
        {
            return known with { Outcome = Outcome.Duplicate };
        }

        var verdict = await OnMessage(message).WaitAsync(cancellation) ?? Done;
        if (verdict.Outcome != Outcome.Busy)
        {
            inbox[(message.System, message.MessageId)] = verdict;
        }

        return verdict;
    }

    public ValueTask<Verdict> SubmitAsync(RefusedFrame frame, CancellationToken cancellation)
    {
        Refused.Enqueue(frame);
        var verdict = new Verdict(Outcome.Refused, frame.Reason, null, frame.Field, frame.Text);
        if (frame.MessageId is { } id)
        {
            inbox.TryAdd((frame.System, id), verdict);
        }

        return ValueTask.FromResult(verdict);
    }

    public ConcurrentQueue<HoldingReport> Reports { get; } = new();

    /// <summary>Waited for before reports of a file are taken.</summary>
    public Func<Task> OnReports { get; set; } = () => Task.CompletedTask;

    public async Task TakeAsync(IReadOnlyList<HoldingReport> reports, CancellationToken cancellation)
    {
        await OnReports().WaitAsync(cancellation);
        foreach (var report in reports)
        {
            Reports.Enqueue(report);
        }
    }

    public Task<Verdict> TakeAsync(string messageId, byte[] bodyHash, HoldingReport report, CancellationToken cancellation)
    {
        var first = told.GetOrAdd((report.System, messageId), bodyHash);
        if (!first.AsSpan().SequenceEqual(bodyHash))
        {
            return Task.FromResult(new Verdict(Outcome.Refused, Reason.BadField, null, "", "报文编号重复而内容不同"));
        }

        if (ReferenceEquals(first, bodyHash))
        {
            Reports.Enqueue(report);
            return Task.FromResult(Done);
        }

        return Task.FromResult(Done with { Outcome = Outcome.Duplicate });
    }

    public Task<InquiryAnswer?> FindAsync(string system, string documentType, string documentNumber, string name, CancellationToken cancellation) =>
        Task.FromResult(documentNumber == "230183198603094823" ? Golden : null);

    public Task<FileState> OpenAsync(string system, string file, string sha256, CancellationToken cancellation)
    {
        var isNew = false;
        var entry = files.GetOrAdd((system, file), _ =>
        {
            isNew = true;
            return (sha256, false);
        });
        return Task.FromResult(
            isNew ? FileState.New : entry.Sha256 != sha256 ? FileState.Conflict : entry.Completed ? FileState.Completed : FileState.Resumed);
    }

    public Task<IReadOnlyDictionary<string, Verdict>> VerdictsAsync(string system, string messageIdPrefix, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, Verdict>>(inbox
            .Where(entry => entry.Key.System == system && entry.Key.Id.StartsWith(messageIdPrefix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key.Id, entry => entry.Value));

    public Task CompleteAsync(string system, string file, CancellationToken cancellation)
    {
        files[(system, file)] = (files[(system, file)].Sha256, true);
        return Task.CompletedTask;
    }
}
