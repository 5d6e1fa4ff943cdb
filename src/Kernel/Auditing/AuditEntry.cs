namespace Granary.Kernel.Auditing;

/// <summary>One act of a person or a machine, as an auditor reads it. Personal data stands here masked: the trail outlives what it speaks of.</summary>
/// <param name="Who">User name; "granary" for the machine itself.</param>
/// <param name="From">Address that the request came from; empty for the machine.</param>
/// <param name="Act">A verb with its resource: "customers.reveal", "sign-in.failed", "role.change".</param>
/// <param name="Subject">What it was done to: a party number, a user name, a unit code.</param>
/// <param name="Reason">Why, in the words of whoever did it; empty where nobody was asked.</param>
/// <param name="Before">What was, as JSON or text; empty where nothing was.</param>
/// <param name="After">What is since.</param>
public sealed record AuditEntry(string Who, string From, string Act, string Subject, string Reason = "", string Before = "", string After = "");

/// <summary>An entry with its place in the chain.</summary>
/// <param name="Id">Consecutive from 1: a gap is a row that somebody took out.</param>
/// <param name="At">Milliseconds since 1970 UTC.</param>
/// <param name="Hash">SHA-256, in hexadecimal, over the previous row's hash and everything above.</param>
public sealed record AuditRow(long Id, long At, AuditEntry Entry, string Hash);

/// <summary>The last row of a trail as it was written down outside the database.</summary>
public sealed record AuditHead(string Trail, long Id, string Hash);

/// <summary>What is wrong with a trail, with the row's number.</summary>
public sealed record AuditFault(string Trail, long Id, string What);
