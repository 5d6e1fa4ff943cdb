using System.Globalization;

namespace Granary.Wire.Definitions;

internal static class ConnectionReader
{
    public static ConnectionRules Read(Section section, int maxFrame)
    {
        var kind = section.Required("kind") switch
        {
            "short" => ConnectionKind.Short,
            "long" => ConnectionKind.Long,
            "files" => ConnectionKind.Files,
            var other => Unknown(section, other),
        };
        var defaults = new ConnectionRules { Kind = kind };
        var rules = new ConnectionRules
        {
            Kind = kind,
            MaxFrame = maxFrame,
            Listen = Address(section, "listen", kind != ConnectionKind.Files),
            Call = Address(section, "call", kind != ConnectionKind.Files),
            MaxConnectionsIn = section.Number("connections-in", 1, 10_000) ?? defaults.MaxConnectionsIn,
            MaxConnectionsOut = section.Number("connections-out", 1, 1_000) ?? defaults.MaxConnectionsOut,
            HeartbeatAfter = section.Duration("heartbeat-after"),
            HeartbeatEvery = section.Duration("heartbeat-every"),
            HeartbeatTimeout = section.Duration("heartbeat-timeout"),
            MissedHeartbeats = section.Number("missed-heartbeats", 1, 100) ?? defaults.MissedHeartbeats,
            CloseAfter = section.Duration("close-after") ?? defaults.CloseAfter,
            ReplyTimeout = section.Duration("reply-timeout") ?? defaults.ReplyTimeout,
            PeerReplyTimeout = section.Duration("peer-reply-timeout") ?? defaults.PeerReplyTimeout,
            InFlight = section.Number("in-flight", 1, 100_000) ?? defaults.InFlight,
            InOrder = section.Flag("in-order"),
            SignOn = section.Flag("sign-on"),
            Files = kind == ConnectionKind.Files && section.Child("files") is { } files ? ReadFiles(files) : null,
        };
        if (kind == ConnectionKind.Files && rules.Files is null)
        {
            section.Problems.Add(section.Line, "a connection of kind files has no files");
        }

        section.NothingElse();
        return rules;
    }

    private static FileRules ReadFiles(Section section)
    {
        var rules = new FileRules(
            section.Required("directory"),
            Stem(section, "inbound"),
            section.Text("outbound") is null ? "" : Stem(section, "outbound"),
            section.Text("data") ?? ".dat",
            section.Text("control") ?? ".ctl",
            section.Text("response") ?? ".rsp");
        section.NothingElse();
        return rules;
    }

    private static string Stem(Section section, string key)
    {
        var stem = section.Required(key);
        if (stem.Length > 0 && !stem.Contains("{date}", StringComparison.Ordinal))
        {
            section.Problems.Add(section.LineOf(key), $"{section.Name}.{key} has no {{date}} in it");
        }

        return stem;
    }

    private static ConnectionKind Unknown(Section section, string kind)
    {
        if (kind.Length > 0)
        {
            section.Problems.Add(section.LineOf("kind"), $"connection.kind is short, long or files, not {kind}");
        }

        return ConnectionKind.Short;
    }

    private static string? Address(Section section, string key, bool required)
    {
        var text = required ? section.Required(key) : section.Text(key);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var colon = text.LastIndexOf(':');
        var valid = colon > 0
            && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            && Uri.CheckHostName(text[..colon]) != UriHostNameType.Unknown;
        if (!valid)
        {
            section.Problems.Add(section.LineOf(key), $"{section.Name}.{key} is to be host:port");
        }

        return text;
    }
}
