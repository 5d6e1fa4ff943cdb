using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Granary.Ocrm.Tests;

/// <summary>Where in the dialogue the server misbehaves (RFC 5321, 3.3).</summary>
internal enum SmtpStage
{
    Greeting,
    Hello,
    Mail,
    Recipient,
    Data,

    /// <summary>After 354, before or amid the data.</summary>
    Text,

    /// <summary>After the final dot.</summary>
    End,
}

internal enum SmtpAct
{
    Go,
    Refuse,
    Later,
    Close,

    /// <summary>Says what is no reply.</summary>
    Garble,

    /// <summary>Keeps the message, and closes in place of saying so.</summary>
    TakeAndClose,
}

/// <summary>A mail server on a real socket that does at each stage what it is told. It keeps what it has taken responsibility for.</summary>
internal sealed class ScriptedSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<SmtpStage, SmtpAct> _act;
    private readonly Task _accepting;

    public ScriptedSmtp(Func<SmtpStage, SmtpAct> act)
    {
        _act = act;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was taken: to whom, under which Message-ID.</summary>
    public ConcurrentQueue<(string To, string MessageId, string Text)> Taken { get; } = new();

    /// <summary>What it did to messages, by the address.</summary>
    public ConcurrentQueue<(string To, SmtpStage Stage, SmtpAct Act)> Done { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8, leaveOpen: true);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await new Dialogue(this, reader, writer).RunAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The client is gone.
        }
    }

    private sealed class Dialogue(ScriptedSmtp server, StreamReader reader, StreamWriter writer)
    {
        private string _to = "";
        private bool _begun;

        public async Task RunAsync()
        {
            var open = await ReplyAsync(Act(SmtpStage.Greeting), "220 ready");
            while (open && await reader.ReadLineAsync() is { } line)
            {
                open = line.Split(' ')[0].ToUpperInvariant() switch
                {
                    "EHLO" => await ReplyAsync(Act(SmtpStage.Hello), "250-test\r\n250-8BITMIME\r\n250-PIPELINING\r\n250 CHUNKING"),
                    "MAIL" => await MailAsync(),
                    "RCPT" => await RecipientAsync(line),
                    "DATA" => await DataAsync(),
                    "QUIT" => false,
                    _ => await ReplyAsync(SmtpAct.Go, "250 fine"),
                };
            }
        }

        private async Task<bool> MailAsync()
        {
            var act = Act(SmtpStage.Mail);
            _begun = act == SmtpAct.Go;
            return await ReplyAsync(act, "250 2.1.0 sender");
        }

        private async Task<bool> RecipientAsync(string line)
        {
            if (!_begun)
            {
                return await ReplyAsync(SmtpAct.Go, "503 5.5.1 MAIL first"); // it came along with a MAIL that was refused (RFC 2920)
            }

            _to = line.Split('<', '>')[1];
            return await ReplyAsync(Act(SmtpStage.Recipient), "250 2.1.5 recipient");
        }

        private async Task<bool> DataAsync()
        {
            var act = Act(SmtpStage.Data);
            if (!await ReplyAsync(act, "354 go on") || act != SmtpAct.Go)
            {
                return act is SmtpAct.Refuse or SmtpAct.Later;
            }

            if (Act(SmtpStage.Text) != SmtpAct.Go)
            {
                return false;
            }

            var text = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line and not ".")
            {
                text.AppendLine(line);
            }

            act = Act(SmtpStage.End);
            if (act is SmtpAct.Go or SmtpAct.TakeAndClose)
            {
                server.Taken.Enqueue((_to, text.ToString().Split("Message-Id: <")[1].Split('>')[0], text.ToString()));
            }

            return await ReplyAsync(act, "250 2.0.0 taken");
        }

        private SmtpAct Act(SmtpStage stage)
        {
            var act = server._act(stage);
            server.Done.Enqueue((stage > SmtpStage.Mail ? _to : "", stage, act));
            return act;
        }

        /// <returns>Whether the connection stays open.</returns>
        private async Task<bool> ReplyAsync(SmtpAct act, string well)
        {
            var reply = act switch
            {
                SmtpAct.Go => well,
                SmtpAct.Refuse => $"550 5.7.1 no {_to}",
                SmtpAct.Later => $"451 4.3.0 later {_to}",
                SmtpAct.Garble => "what?",
                _ => "",
            };
            if (reply.Length > 0)
            {
                await writer.WriteLineAsync(reply);
            }

            return act is SmtpAct.Go or SmtpAct.Refuse or SmtpAct.Later;
        }
    }
}
