using System.Collections.Concurrent;
using Granary.Access.Contracts;
using Granary.Access.Organisation;
using Granary.Access.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;

namespace Granary.Access.Rights;

/// <summary>The rights of everybody, kept in memory and worked out again when their version rises or a new day begins.</summary>
internal sealed class RightsBook(AccessDatabase database, TimeProvider clock)
{
    private sealed record Page(AccessState State, OrganisationTree Tree, ConcurrentDictionary<string, EffectiveRights> Known);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Page? _page;

    /// <param name="session">A transaction in which the version is read, so that a change that is committed is seen.</param>
    public async Task<EffectiveRights> OfAsync(Session session, string person)
    {
        var page = await PageAsync(session);
        return page.Known.GetOrAdd(person, id => page.State.RightsOf(id, page.Tree));
    }

    public async Task<(AccessState State, OrganisationTree Tree)> NowAsync(Session session)
    {
        var page = await PageAsync(session);
        return (page.State, page.Tree);
    }

    public Task<(AccessState State, OrganisationTree Tree)> NowAsync(CancellationToken cancellation) => database.ReadAsync(NowAsync, cancellation);

    private async Task<Page> PageAsync(Session session)
    {
        var version = await AccessState.VersionAsync(session);
        var day = BankTime.Today(clock);
        if (_page is { } known && known.State.Version == version && known.Tree.Day == day)
        {
            return known;
        }

        if (session.Writes)
        {
            return await ReadAsync(session, day); // this transaction may have raised the version, and may yet be rolled back
        }

        await _turn.WaitAsync();
        try
        {
            if (_page is not { } now || now.State.Version != version || now.Tree.Day != day)
            {
                _page = await ReadAsync(session, day);
            }

            return _page;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<Page> ReadAsync(Session session, DateOnly day)
    {
        var state = await AccessState.ReadAsync(session);
        return new Page(state, OrganisationTree.On(day, state.Units), new ConcurrentDictionary<string, EffectiveRights>(StringComparer.Ordinal));
    }
}
