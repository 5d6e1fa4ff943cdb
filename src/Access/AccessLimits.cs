namespace Granary.Access;

/// <summary>Every bound of people, rights and trust, with its default and where that comes from.</summary>
public sealed class AccessLimits
{
    /// <summary>Five wrong passwords or codes in a row close a user for five minutes: a guesser gets 1,440 tries a day, a person who mistypes waits once.</summary>
    public int WrongPasswords { get; set; } = 5;

    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Length is what makes a password strong; NIST SP 800-63B asks for 8 and a list of common ones, we ask for 12.</summary>
    public int PasswordLength { get; set; } = 12;

    /// <summary>A working day: nobody signs in twice a day, and a forgotten screen is closed by the next morning.</summary>
    public TimeSpan SessionLasts { get; set; } = TimeSpan.FromHours(10);

    /// <summary>Without any request: longer than a lunch break, shorter than an afternoon away from the counter.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How often the last use of a session or of a program's key is written: their pages are right to the minute, and reading stays reading.</summary>
    public TimeSpan SeenEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a password or code given again stands for sensitive acts.</summary>
    public TimeSpan StepUpLasts { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A proposal that nobody decided is void after a week: what it was bound to has moved on.</summary>
    public TimeSpan ProposalLasts { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Proposals that one decision may take together.</summary>
    public int DecisionBatch { get; set; } = 200;

    /// <summary>Rows that one page of a list may ask for.</summary>
    public int PageRows { get; set; } = 200;

    /// <summary>Lines of one import of users; a province has a few tens of thousands of people, a county under a thousand.</summary>
    public int ImportLines { get; set; } = 5_000;

    /// <summary>A key for a program is renewed at least once a year.</summary>
    public TimeSpan KeyLasts { get; set; } = TimeSpan.FromDays(366);

    /// <summary>How often the audit trails' heads are written down outside the database: what is cut off within it is not missed.</summary>
    public TimeSpan AuditHeadEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often new notifications are looked for while somebody watches: at once, as people feel it.</summary>
    public TimeSpan NotificationPoll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How far back each look begins: the longest that a transaction lasts (5 s), so that none that commits late is missed.</summary>
    public TimeSpan NotificationOverlap { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Favourites and recents of one person.</summary>
    public int PlacesKept { get; set; } = 20;
}
