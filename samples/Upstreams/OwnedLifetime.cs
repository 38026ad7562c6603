using Microsoft.Extensions.Hosting;

namespace Aggregator.Samples;

/// <summary>
/// The lifetime of a server that its owner starts and stops: unlike the console's, it listens to no signals and prints nothing.
/// </summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
