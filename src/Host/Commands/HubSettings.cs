using System.CommandLine;
using Granary.Ocrm.Sending;

namespace Granary.Host.Commands;

/// <summary>The options that every command which starts a hub shares.</summary>
internal sealed class HubSettings
{
    public Option<string?> Database { get; } = new("--database", "-d")
    {
        Description = "SQLite (\"Data Source=FILE\") or PostgreSQL (\"Host=…;Username=…;Database=…\"). Default: a SQLite file under the data folder.",
        HelpName = "CONNECTION",
    };

    public Option<string> Data { get; } = new("--data")
    {
        Description = "Folder for files of this installation. Default: data/ of the clone.",
        HelpName = "DIRECTORY",
        DefaultValueFactory = _ => Repository.Data,
    };

    public Option<string> Interfaces { get; } = new("--interfaces")
    {
        Description = "Folder of the interface files. Default: interfaces/ of the clone.",
        HelpName = "DIRECTORY",
        DefaultValueFactory = _ => Repository.Interfaces,
    };

    public Option<string?> Endpoints { get; } = new("--endpoints")
    {
        Description = "JSON file with addresses that override those of the interface files.",
        HelpName = "FILE",
    };

    public Option<string?> Sending { get; } = new("--sending")
    {
        Description = "JSON file with the mail server and the SMS gateway (docs/operations.md). Default: neither is sent.",
        HelpName = "FILE",
    };

    public Option<string[]> Urls { get; } = new("--urls")
    {
        Description = "Addresses of the web page, separated by spaces or semicolons.",
        HelpName = "URL",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<Uri?> PublicUrl { get; } = Address("--public-url", "How customers reach this server, where it stands behind a balancer: what links to questionnaires begin with. Default: the first https address of --urls.");

    public Option<LogStyle?> Log { get; } = new("--log")
    {
        Description = "How to log. Default: text on a terminal, json otherwise.",
    };

    public Option<string> Web { get; } = new("--web") { Hidden = true, DefaultValueFactory = _ => Repository.Web };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Database, Data, Interfaces, Endpoints, Sending, Urls, PublicUrl, Log, Web })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was given; a command that has fewer of these options gets the defaults of the others.</summary>
    public HubOptions Read(ParseResult parsed, params string[] defaultUrls)
    {
        var data = Path.GetFullPath(parsed.GetValue(Data) ?? Repository.Data);
        var urls = parsed.GetValue(Urls) is { Length: > 0 } given ? given : defaultUrls;
        return new HubOptions
        {
            Data = data,
            Database = parsed.GetValue(Database) is { Length: > 0 } named ? named : $"Data Source={Path.Combine(data, "granary.db")}",
            Interfaces = Path.GetFullPath(parsed.GetValue(Interfaces) ?? Repository.Interfaces),
            Endpoints = parsed.GetValue(Endpoints) is { } file ? Path.GetFullPath(file) : null,
            Sending = parsed.GetValue(Sending) is { } sending ? ReadSending(sending) : null,
            Web = Path.GetFullPath(parsed.GetValue(Web) ?? Repository.Web),
            Urls = [.. urls.SelectMany(text => text.Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(Url)],
            PublicUrl = parsed.GetValue(PublicUrl),
            JsonLogs = (parsed.GetValue(Log) ?? (Console.IsErrorRedirected ? LogStyle.Json : LogStyle.Text)) == LogStyle.Json,
        };
    }

    /// <summary>An option that is an address.</summary>
    public static Option<Uri?> Address(string name, string description, Uri? otherwise = null) => new(name)
    {
        Description = description,
        HelpName = "URL",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens.SingleOrDefault()?.Value, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https"))
            {
                return url;
            }

            result.AddError($"{name} wants an address like http://127.0.0.1:8080");
            return null;
        },
    };

    private static SendingSettings ReadSending(string file)
    {
        try
        {
            return SendingSettings.Read(file);
        }
        catch (FormatException e)
        {
            throw new UserError($"the file {file} of --sending cannot be used: {e.Message}");
        }
    }

    private static Uri Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && (url.Host == "localhost" || System.Net.IPAddress.TryParse(url.Host.Trim('[', ']'), out _))
            ? url
            : throw new UserError($"'{text}' is no address to listen on (like http://127.0.0.1:8080)");
}

internal enum LogStyle
{
    Text,
    Json,
}
