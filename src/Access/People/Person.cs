namespace Granary.Access.People;

internal enum PersonState
{
    Active,

    /// <summary>May not sign in; what they did keeps their name.</summary>
    Disabled,
}

/// <summary>Somebody who works here: how they are called and reached, and what signing in needs.</summary>
internal sealed class Person
{
    public required string Id { get; init; }

    public required string UserName { get; set; }

    public string NormalName { get; set; } = "";

    public string Name { get; set; } = "";

    public string Mobile { get; set; } = "";

    public string Email { get; set; } = "";

    public PersonState State { get; set; }

    /// <summary>zh-CN or en; empty: as the browser asks.</summary>
    public string Language { get; set; } = "";

    /// <summary>light or dark; empty: as the machine has it.</summary>
    public string Theme { get; set; } = "";

    public NotificationChoice Notifications { get; set; } = NotificationChoice.Everything;

    public long CreatedAt { get; init; }

    public string? PasswordHash { get; set; }

    /// <summary>The password was given by somebody else and has to be changed before anything else.</summary>
    public bool PasswordOnce { get; set; }

    public string SecurityStamp { get; set; } = "";

    public bool Totp { get; set; }

    public string? TotpKey { get; set; }

    /// <summary>The last code that opened something: it opens nothing again (RFC 6238, 5.2).</summary>
    public string? TotpUsed { get; set; }

    /// <summary>What is left of them, joined by semicolons; each is of use once.</summary>
    public string? RecoveryCodes { get; set; }

    public int WrongTries { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}

/// <param name="Muted">Kinds of notification that somebody does not want.</param>
/// <param name="Digest">"none" or "daily": one line a day in place of each.</param>
internal sealed record NotificationChoice(IReadOnlyList<string> Muted, string Digest)
{
    public static NotificationChoice Everything { get; } = new([], "none");
}
