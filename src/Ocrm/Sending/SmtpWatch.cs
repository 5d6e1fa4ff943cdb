using System.Globalization;
using System.Text;
using MailKit;

namespace Granary.Ocrm.Sending;

/// <summary>
/// Listens to the server's replies to one message, so that what became of it is known from these and not from how the client's call ended.
/// The replies come in order, also where commands are sent together (RFC 2920): to MAIL, RCPT, DATA (354), and to the end of the data.
/// </summary>
internal sealed class SmtpWatch : IProtocolLogger
{
    private const int Mail = 1;
    private const int Data = 3;
    private const int End = 4;

    private readonly StringBuilder _line = new();
    private int _replies;
    private string _refusal = "";
    private int _refused;
    private string _word = "";
    private bool _begun;

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>A message is about to be sent.</summary>
    public void Begin()
    {
        _line.Clear();
        (_replies, _refusal, _refused, _word, _begun) = (0, "", 0, "", false);
    }

    /// <summary>
    /// A 4yz or 5yz is clear at every stage: the server has not taken it (RFC 5321, 4.2.1), also after the data (3.3). Once 354 has come, the final dot may
    /// have been sent, and without a reply to it nobody knows (RFC 1047); before, nothing can have been delivered (RFC 5321, 4.1.1.4).
    /// </summary>
    public Outcome Outcome() => (_refusal, _word, _begun) switch
    {
        ({ Length: > 0 } code, _, _) when code[0] == '4' || _refused == Mail => Sending.Outcome.Again(code) with { Pause = _refused == Mail || code.StartsWith("421", StringComparison.Ordinal) },
        ({ Length: > 0 } code, _, _) => new Outcome(OutgoingState.Refused, code),
        (_, { Length: > 0 } code, _) => new Outcome(OutgoingState.Sent, code),
        (_, _, true) => Sending.Outcome.InDoubt("lost"),
        _ => Sending.Outcome.Again("lost") with { Pause = true },
    };

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        foreach (var c in buffer.AsSpan(offset, count))
        {
            if (c == '\n')
            {
                Read(_line.ToString());
                _line.Clear();
            }
            else if (_line.Length < 64) // what follows the codes is the server's own text, which may repeat an address
            {
                _line.Append((char)c);
            }
        }
    }

    public void Dispose()
    {
    }

    private void Read(string line)
    {
        if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 200 or > 599 || (line.Length > 3 && line[3] == '-'))
        {
            return; // one more line of the same reply, or none at all
        }

        _replies++;
        if (code >= 400)
        {
            // What follows a refusal is an answer to commands that it made void.
            (_refusal, _refused) = _refusal.Length > 0 || _word.Length > 0 ? (_refusal, _refused) : (Code(line), _replies);
        }
        else if (_refusal.Length == 0 && _replies == Data && code == 354)
        {
            _begun = true;
        }
        else if (_refusal.Length == 0 && _replies == End && code < 300)
        {
            _word = Code(line);
        }
    }

    /// <summary>The code, with the enhanced one where there is one (RFC 2034): "550 5.1.1".</summary>
    private static string Code(string line)
    {
        var rest = line.Length > 4 ? line[4..].Split(' ', 2)[0].TrimEnd('\r') : "";
        return rest.Split('.') is [{ Length: 1 }, { Length: > 0 and <= 3 }, { Length: > 0 and <= 3 }] parts && parts.All(p => p.All(char.IsAsciiDigit)) ? $"{line[..3]} {rest}" : line[..3];
    }
}
