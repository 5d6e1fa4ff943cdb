using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace Granary.Gateway.Calling;

/// <summary>Opens connections to systems, on the same transport that Kestrel accepts with, so that both ends are one kind of line.</summary>
internal sealed class Connector(ILoggerFactory logging, TimeProvider time) : IDisposable
{
    private readonly SocketConnectionContextFactory factory = new(new SocketConnectionFactoryOptions(), logging.CreateLogger("Granary.Gateway.Transport"));

    /// <returns>The connection, or null and the cause in a word or two.</returns>
    public async Task<(ConnectionContext? Connection, string Cause)> ConnectAsync(IPEndPoint endpoint, TimeSpan patience, CancellationToken cancellation)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await socket.ConnectAsync(endpoint, both.Token).ConfigureAwait(false);
            return (factory.Create(socket), "");
        }
        catch (SocketException refused)
        {
            socket.Dispose();
            return (null, refused.SocketErrorCode.ToString());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            socket.Dispose();
            return (null, "TimedOut");
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => factory.Dispose();
}
