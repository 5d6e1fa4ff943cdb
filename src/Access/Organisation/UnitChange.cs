using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Access.Storage;
using Granary.Kernel;
using Granary.Kernel.Storage;

namespace Granary.Access.Organisation;

/// <summary>A unit as it would be from a day on.</summary>
internal sealed class UnitChange : IProposalKind
{
    public const string Kind = "unit.change";

    public string Name => Kind;

    /// <summary>The unit after a change: a pure function of the tree on that day.</summary>
    /// <param name="fault">Why there is none; empty where there is.</param>
    public static UnitVersion? After(UnitVersion unit, DateOnly from, UnitDraft wanted, OrganisationTree tree, out string fault)
    {
        fault = "";
        if (unit.State != UnitState.Open)
        {
            fault = "The unit is not open on that day.";
        }
        else if (wanted.MergeInto is { } into)
        {
            if (tree.Find(into) is not { State: UnitState.Open } other || other.Kind != unit.Kind || into == unit.Code || tree.IsBelow(into, unit.Code))
            {
                fault = "A unit merges into another open one of its kind.";
            }

            return fault.Length > 0 ? null : unit with { From = from, State = UnitState.Merged, MergedInto = into };
        }
        else if (wanted.Close)
        {
            fault = tree.Below(unit.Code).Any(u => u.Code != unit.Code && u.State == UnitState.Open) ? "Units below it are open: move or close them first." : "";
            return fault.Length > 0 ? null : unit with { From = from, State = UnitState.Closed };
        }
        else if (wanted.Parent is { } parent && (tree.Find(parent) is not { State: UnitState.Open } above || above.Kind >= unit.Kind || tree.IsBelow(parent, unit.Code)))
        {
            fault = "A unit moves under an open one of a higher kind that is not below it.";
        }
        else if (wanted is { Name: null, Parent: null } || wanted.Name is { Length: 0 or > 60 })
        {
            fault = "Nothing would change, or the name is empty or too long.";
        }

        return fault.Length > 0 ? null : unit with { From = from, Name = wanted.Name ?? unit.Name, Parent = wanted.Parent ?? unit.Parent };
    }

    public static async Task WriteAsync(Session session, UnitVersion unit)
    {
        await session.ExecuteAsync(
            "INSERT INTO access.unit (code, from_day, name, kind, parent, state, merged_into) VALUES (@code, @from, @name, @kind, @parent, @state, @into) "
            + "ON CONFLICT (code, from_day) DO UPDATE SET name = excluded.name, parent = excluded.parent, state = excluded.state, merged_into = excluded.merged_into",
            ("code", unit.Code), ("from", BankTime.Text(unit.From)), ("name", unit.Name), ("kind", unit.Kind.ToString().ToLowerInvariant()), ("parent", unit.Parent),
            ("state", unit.State.ToString().ToLowerInvariant()), ("into", unit.MergedInto));
        await AccessState.RaiseAsync(session);
    }

    public async Task<string?> ApplyAsync(Session session, Proposed proposed, CancellationToken cancellation)
    {
        var after = AccessJson.Read<UnitVersion>(proposed.Content);
        var tree = OrganisationTree.On(after.From, await AccessState.UnitsAsync(session));
        if (tree.Find(after.Code) is not { } now || AccessJson.Write(now) != proposed.Before)
        {
            return "The unit has changed since this was proposed.";
        }

        await WriteAsync(session, after);
        return null;
    }
}
