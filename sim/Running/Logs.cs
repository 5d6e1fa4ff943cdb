namespace Granary.Sim.Running;

/// <summary>What the simulated bank says. Numbers of messages and names of fields, never a customer's data.</summary>
internal static partial class Logs
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{System} listens on {Endpoint}, calls the hub at {Hub}, holds {Customers} customers, {Pending} messages to send")]
    public static partial void Started(this ILogger log, string system, string endpoint, string hub, int customers, int pending);

    [LoggerMessage(Level = LogLevel.Information, Message = "{System} is connected to the hub ({Count} connections)")]
    public static partial void Connected(this ILogger log, string system, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{System} lost the hub or does not reach it: {Reason}; it tries again")]
    public static partial void Lost(this ILogger log, string system, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{System}: a message of the hub is none: {Reason}; the connection is closed")]
    public static partial void BadMessage(this ILogger log, string system, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{System}: message {Id} had no reply in time and is sent again")]
    public static partial void NoReply(this ILogger log, string system, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{System}: a change is not sent: {Reason}")]
    public static partial void NotSent(this ILogger log, string system, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{System}: switches are now {Switches}")]
    public static partial void Switched(this ILogger log, string system, Switches switches);

    [LoggerMessage(Level = LogLevel.Information, Message = "{System} wrote {File} with {Count} records")]
    public static partial void FileWritten(this ILogger log, string system, string file, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{System} read {File}: {Done} done, {Refused} refused")]
    public static partial void FileRead(this ILogger log, string system, string file, int done, int refused);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{System}: {File} is not taken: {Reason}")]
    public static partial void FileRefused(this ILogger log, string system, string file, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Replay: {Sent} of {Total} sent, {Answered} answered")]
    public static partial void Replaying(this ILogger log, long sent, int total, long answered);

    [LoggerMessage(Level = LogLevel.Error, Message = "Replay failed")]
    public static partial void ReplayFailed(this ILogger log, Exception error);
}
