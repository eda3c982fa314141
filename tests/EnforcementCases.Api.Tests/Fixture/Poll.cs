namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Waits for what happens by itself.</summary>
internal static class Poll
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));

    /// <exception cref="OperationCanceledException">It did not happen within a minute.</exception>
    public static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
            await Task.Delay(50, patience.Token);
    }
}
