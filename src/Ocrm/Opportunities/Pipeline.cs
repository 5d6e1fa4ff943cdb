using System.Text.Json;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Opportunities;

/// <summary>Why an opportunity of a pipeline was lost.</summary>
public sealed record LostReason(string Code, string Zh, string En)
{
    /// <summary>Not to be chosen any more; what was lost for it was.</summary>
    public bool Closed { get; init; }
}

/// <summary>A step on the way to a sale.</summary>
/// <param name="Id">0 while it is new.</param>
/// <param name="Code">By which rules name it; it never changes.</param>
/// <param name="Kind">open, won or lost.</param>
/// <param name="Chance">Percent.</param>
/// <param name="Needs">What it asks for of who enters it, of <see cref="StageNeeds.All"/>.</param>
/// <param name="Days">After so many an opportunity has been in it too long; 0: never.</param>
/// <param name="State">open or closed: a closed one takes nothing in any more.</param>
public sealed record Stage(long Id, string Code, string Zh, string En, string Kind, int Chance, IReadOnlyList<string> Needs, int Days, string State)
{
    public const string Open = "open";
    public const string Won = "won";
    public const string Lost = "lost";
    public const string Closed = "closed";
}

/// <summary>A way of selling of one legal entity.</summary>
/// <param name="Code">By which rules, campaigns and answers name it; it never changes.</param>
/// <param name="State">open or closed.</param>
public sealed record Pipeline(long Id, string Entity, string Code, string Zh, string En, string State, IReadOnlyList<Stage> Stages, IReadOnlyList<LostReason> Reasons, long Version)
{
    /// <summary>Where an opportunity begins.</summary>
    internal Stage First => Stages.First(s => s is { Kind: Stage.Open, State: Stage.Open });

    internal Stage? Find(long id) => Stages.FirstOrDefault(s => s.Id == id);

    internal static async Task<IReadOnlyList<Pipeline>> OfAsync(Session session, IReadOnlyCollection<string> entities)
    {
        const string Columns = "p.id, p.entity, p.code, p.name_zh, p.name_en, p.state, p.reasons, p.version";
        var found = await session.QueryAsync(
            $"SELECT {Columns} FROM {"{rows}"} CROSS JOIN ocrm.pipeline p WHERE p.entity = k.entity ORDER BY p.entity, p.position, p.id", RowSet.Of("entity", entities),
            r => new Pipeline(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), [],
                JsonSerializer.Deserialize<LostReason[]>(r.GetString(6), JsonSerializerOptions.Web)!, r.GetInt64(7)));
        var stages = (await session.QueryAsync(
            "SELECT s.pipeline, s.id, s.code, s.name_zh, s.name_en, s.kind, s.chance, s.needs, s.days, s.state FROM {rows} CROSS JOIN ocrm.stage s WHERE s.pipeline = k.id ORDER BY s.pipeline, s.position, s.id",
            RowSet.Of("id", [.. found.Select(p => p.Id)]),
            r => (Pipeline: r.GetInt64(0), Stage: new Stage(r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt32(6),
                r.GetString(7).Split(',', StringSplitOptions.RemoveEmptyEntries), r.GetInt32(8), r.GetString(9))))).ToLookup(s => s.Pipeline, s => s.Stage);
        return [.. found.Select(p => p with { Stages = [.. stages[p.Id]] })];
    }

    /// <summary>Those of a legal entity; the shipped ones become its own before the first is asked for.</summary>
    internal static async Task<IReadOnlyList<Pipeline>> EnsureAsync(Session session, string entity, long at)
    {
        if (await OfAsync(session, [entity]) is { Count: > 0 } own)
        {
            return own;
        }

        for (var i = 0; i < ShippedPipelines.All.Count; i++)
        {
            await InsertAsync(session, ShippedPipelines.All[i] with { Entity = entity }, i, "granary", at);
        }

        return await OfAsync(session, [entity]);
    }

    /// <returns>Its id; 0 where the legal entity has one of this code.</returns>
    internal static async Task<long> InsertAsync(Session session, Pipeline pipeline, int position, string person, long at)
    {
        if ((await session.QueryAsync(
            """
            INSERT INTO ocrm.pipeline (entity, code, name_zh, name_en, state, position, reasons, changed_by, changed_at, version)
            VALUES (@entity, @code, @zh, @en, @state, @position, @reasons, @person, @at, 1) ON CONFLICT (entity, code) DO NOTHING RETURNING id
            """, r => r.GetInt64(0),
            ("entity", pipeline.Entity), ("code", pipeline.Code), ("zh", pipeline.Zh), ("en", pipeline.En), ("state", pipeline.State), ("position", position),
            ("reasons", Work.WorkJson.Write(pipeline.Reasons)), ("person", person), ("at", at))) is not [var id])
        {
            return 0;
        }

        await WriteStagesAsync(session, id, pipeline.Stages);
        return id;
    }

    /// <summary>Writes stages in their order: new ones, and those that are there by their id.</summary>
    internal static async Task WriteStagesAsync(Session session, long pipeline, IReadOnlyList<Stage> stages)
    {
        for (var i = 0; i < stages.Count; i++)
        {
            var s = stages[i];
            await session.ExecuteAsync(
                """
                INSERT INTO ocrm.stage (pipeline, code, name_zh, name_en, kind, chance, needs, days, position, state)
                VALUES (@pipeline, @code, @zh, @en, @kind, @chance, @needs, @days, @position, @state)
                ON CONFLICT (pipeline, code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, chance = excluded.chance, needs = excluded.needs,
                    days = excluded.days, position = excluded.position, state = excluded.state
                """,
                ("pipeline", pipeline), ("code", s.Code), ("zh", s.Zh), ("en", s.En), ("kind", s.Kind), ("chance", s.Chance), ("needs", string.Join(',', s.Needs)), ("days", s.Days),
                ("position", i), ("state", s.State));
        }
    }
}
