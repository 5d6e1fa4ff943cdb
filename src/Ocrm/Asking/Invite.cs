using Granary.Kernel.Storage;

namespace Granary.Ocrm.Asking;

/// <summary>Whom to ask what, as whoever asks says it.</summary>
/// <param name="Key">Names it for ever: asked again under the same key, it is the invitation that is there. "campaign/12/step/2/target/77".</param>
/// <param name="Entity">The legal entity in which it is asked.</param>
/// <param name="Person">Who asks, by id.</param>
/// <param name="Via">One of <see cref="Asking.Via"/>.</param>
/// <param name="At">Now, and <paramref name="ExpiresAt"/> until when: milliseconds since 1970 UTC.</param>
internal sealed record InvitationDraft(string Key, long Questionnaire, string Entity, string Unit, string Person, string Via, long At, long ExpiresAt)
{
    /// <summary>The customer as they are now; 0 for none.</summary>
    public long Party { get; init; }

    public long Prospect { get; init; }

    public long Campaign { get; init; }

    /// <summary>Complete answers that the link is good for; 0: any number.</summary>
    public long Uses { get; init; } = 1;

    /// <summary>"mail", "sms" (to the customer), "person" (a notice to who asks), "" for no reminder.</summary>
    public string RemindBy { get; init; } = "";

    public int RemindDays { get; init; }

    public int Reminders { get; init; }
}

/// <summary>The door of whoever has somebody asked.</summary>
internal sealed class Invite(AnswerLinks links, AskingOptions options)
{
    /// <returns>Its number, and the whole address at which it is answered.</returns>
    public async Task<(long Id, string Address)> AddAsync(Session session, InvitationDraft draft)
    {
        var made = await session.QueryAsync(
            """
            INSERT INTO ocrm.invitation (key, questionnaire, party_id, recorded_for, prospect, campaign, entity, unit, person, via, uses, used, stamp, state,
              remind_by, remind_days, remind_left, remind_at, expires_at, answered_at, created_at)
            VALUES (@key, @questionnaire, @party, @party, @prospect, @campaign, @entity, @unit, @person, @via, @uses, 0, @stamp, 'open', @by, @days, @left, @remind, @expires, 0, @at)
            ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING id, stamp
            """,
            r => (Id: r.GetInt64(0), Stamp: r.GetString(1)),
            ("key", draft.Key), ("questionnaire", draft.Questionnaire), ("party", draft.Party), ("prospect", draft.Prospect), ("campaign", draft.Campaign), ("entity", draft.Entity), ("unit", draft.Unit),
            ("person", draft.Person), ("via", draft.Via), ("uses", draft.Uses), ("stamp", AnswerLinks.NewStamp()), ("by", draft.RemindBy), ("days", (long)draft.RemindDays),
            ("left", (long)draft.Reminders), ("remind", draft.Reminders > 0 ? draft.At + (draft.RemindDays * AskingOptions.Day) : 0L), ("expires", draft.ExpiresAt), ("at", draft.At));
        return (made[0].Id, AddressOf(made[0].Id, made[0].Stamp));
    }

    public string AddressOf(Invitation invitation) => AddressOf(invitation.Id, invitation.Stamp);

    private string AddressOf(long id, string stamp) => options.Address.TrimEnd('/') + links.PathOf(id, stamp);
}

/// <summary>What asking needs to be told.</summary>
/// <param name="Address">How customers reach this server: "https://granary.example.org"; "" where only paths are wanted.</param>
/// <param name="Folder">Where the key of the links lies; null: a key for as long as the process runs.</param>
internal sealed record AskingOptions(string Address, string? Folder)
{
    /// <summary>Milliseconds.</summary>
    public const long Day = 86_400_000;
}
