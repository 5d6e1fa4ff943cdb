using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Granary.Wire;

namespace Granary.Host.Tests;

/// <summary>A delivery as it came in.</summary>
/// <param name="Frame">In hexadecimal: two that are equal were the same bytes.</param>
internal sealed record Heard(string System, string Id, string Frame);

/// <summary>
/// The places where one hub calls the bank's systems. Each answers whatever it is told with "done", until it is told to hold its tongue.
/// Every hub of a test has doors of its own, so that a delivery says which of them sent it. They take their ports from the system and keep
/// them: a port that was only looked at stays taken for a moment where another process is started meanwhile, which inherits it until its exec.
/// </summary>
internal sealed class BankDoors : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, TcpListener> _listeners = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Task> _serving = [];
    private readonly ConcurrentQueue<Heard> _answered = new();
    private readonly ConcurrentQueue<Heard> _unanswered = new();

    public BankDoors(IEnumerable<Interface> systems)
    {
        foreach (var format in systems)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            _listeners.Add(format.System, listener);
            _serving.Add(AcceptAsync(format, listener));
        }
    }

    public IReadOnlyCollection<Heard> Answered => _answered;

    public IReadOnlyCollection<Heard> Unanswered => _unanswered;

    /// <summary>Whether deliveries are answered; heartbeats and sign-ons always are.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Where the hub is to call the system.</summary>
    public string AddressOf(string system) => _listeners[system].LocalEndpoint.ToString()!;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var listener in _listeners.Values)
        {
            listener.Dispose();
        }

        await Task.WhenAll(_serving);
        _stop.Dispose();
    }

    private async Task AcceptAsync(Interface format, TcpListener listener)
    {
        try
        {
            while (true)
            {
                _serving.Add(ServeAsync(format, await listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Interface format, Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await foreach (var (message, frame) in format.MessagesAsync(stream, _stop.Token))
            {
                if (message.Role == MessageRole.Change)
                {
                    var answers = Answers;
                    (answers ? _answered : _unanswered).Enqueue(new Heard(format.System, message.Fields.Text("msgid"), Convert.ToHexString(frame)));
                    if (!answers)
                    {
                        continue;
                    }
                }

                if (format.Reply(message, new ReplyContent(ReplyVerdict.Done, "", "", "", TimeProvider.System.GetUtcNow())) is { } reply)
                {
                    await stream.WriteAsync(format.Encode(reply), _stop.Token);
                }
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException)
        {
            // The hub went away, or the test is over.
        }
    }
}
