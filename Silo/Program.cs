using Aggregator.Silo.Commands;
using Aggregator.Silo.Nodes;

using var interrupt = new CancellationTokenSource();
ConsoleCancelEventHandler cancel = (_, pressed) =>
{
    pressed.Cancel = true;
    interrupt.Cancel();
};

Console.CancelKeyPress += cancel;
try
{
    if (await CommandLine.RunAsync(args, Console.Out, Console.Error, interrupt.Token) is { } ended) return (int)ended;
}
catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
{
    return (int)ExitCode.Failed;
}
finally
{
    Console.CancelKeyPress -= cancel;
}

return await Node.RunAsync(args, Console.Out, Console.Error);
