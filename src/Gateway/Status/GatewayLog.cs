using Granary.Gateway.Lines;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Status;

/// <summary>What the gateway writes to the log. System codes, message ids, counts and reasons; no value of any customer.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(1, LogLevel.Information, "{System}: listening at {Endpoint}")]
    public static partial void Listening(this ILogger logger, string system, string endpoint);

    [LoggerMessage(EventId = 2, Message = "{System}: connection {Connection} opened")]
    public static partial void Opened(this ILogger logger, LogLevel level, string system, string connection);

    [LoggerMessage(EventId = 3, Message = "{System}: connection {Connection} ended: {End}")]
    public static partial void Ended(this ILogger logger, LogLevel level, string system, string connection, LineEnd end);

    [LoggerMessage(4, LogLevel.Warning, "{System}: connection rejected, {Count} are open")]
    public static partial void Rejected(this ILogger logger, string system, int count);

    [LoggerMessage(5, LogLevel.Warning, "{System}: frame refused: {Reason}, message {MessageId}, field {Field}")]
    public static partial void Refused(this ILogger logger, string system, string reason, string messageId, string field);

    [LoggerMessage(6, LogLevel.Error, "{System}: intake failed for message {MessageId}; answered \"try again later\"")]
    public static partial void IntakeFailed(this ILogger logger, Exception cause, string system, string messageId);

    [LoggerMessage(7, LogLevel.Error, "{System}: a frame could not be recorded in the message log")]
    public static partial void RecordFailed(this ILogger logger, Exception cause, string system);

    [LoggerMessage(8, LogLevel.Error, "{System}: a reply could not be encoded; the connection is closed")]
    public static partial void ReplyFailed(this ILogger logger, Exception cause, string system);

    [LoggerMessage(9, LogLevel.Information, "{System}: connected to {Endpoint}")]
    public static partial void Connected(this ILogger logger, string system, string endpoint);

    [LoggerMessage(EventId = 10, Message = "{System}: {Endpoint} is not reached ({Cause}); next try in {Seconds:F1} s")]
    public static partial void NotReached(this ILogger logger, LogLevel level, string system, string endpoint, string cause, double seconds);

    [LoggerMessage(11, LogLevel.Warning, "{System}: the connection to the system ended: {End}, {Count} deliveries under way")]
    public static partial void LinkEnded(this ILogger logger, string system, LineEnd end, int count);

    [LoggerMessage(12, LogLevel.Warning, "{System}: no reply to {MessageId} in time")]
    public static partial void NoReply(this ILogger logger, string system, string messageId);

    [LoggerMessage(13, LogLevel.Error, "{System}: delivery {MessageId} cannot be encoded")]
    public static partial void EncodeFailed(this ILogger logger, Exception cause, string system, string messageId);

    [LoggerMessage(14, LogLevel.Warning, "{System}: an unexpected {What} on the connection to the system")]
    public static partial void Unexpected(this ILogger logger, string system, string what);

    [LoggerMessage(15, LogLevel.Information, "{System}: file {File} taken: {Done} done, {Refused} refused")]
    public static partial void FileTaken(this ILogger logger, string system, string file, long done, long refused);

    [LoggerMessage(16, LogLevel.Warning, "{System}: file {File} refused whole: {Reason}")]
    public static partial void FileRefused(this ILogger logger, string system, string file, string reason);

    [LoggerMessage(17, LogLevel.Error, "{System}: the directory could not be worked on; next try at the next poll")]
    public static partial void FilesFailed(this ILogger logger, Exception cause, string system);

    [LoggerMessage(18, LogLevel.Information, "{System}: file {File} written: {Count} records")]
    public static partial void FileWritten(this ILogger logger, string system, string file, int count);

    [LoggerMessage(19, LogLevel.Error, "{System}: connection {Connection} failed")]
    public static partial void ConnectionFailed(this ILogger logger, Exception cause, string system, string connection);
}
