namespace EnforcementCases.Platform.Jobs;

/// <summary>How the job engine works: <c>Jobs:*</c>.</summary>
/// <param name="Enabled"><c>Jobs:Enabled</c>; false leaves the engine out of this process, a job can still be run by hand. Default true.</param>
/// <param name="Dashboard"><c>Jobs:Dashboard</c>; true serves the engine's own pages at <c>/jobs</c>. Default false.</param>
/// <param name="Heartbeat"><c>Jobs:HeartbeatSeconds</c>, 1 to 300: how often this process reports to the store that it lives. Default 60.</param>
/// <param name="Poll"><c>Jobs:PollSeconds</c>, 1 to 300: how often the store is asked for what is due. Default 30.</param>
internal sealed record JobSettings(bool Enabled, bool Dashboard, TimeSpan Heartbeat, TimeSpan Poll)
{
    /// <summary>Whether this process uses the engine's store at all.</summary>
    public bool UsesStore => Enabled || Dashboard;

    /// <exception cref="InvalidOperationException">A value is out of its range: the program does not start.</exception>
    public static JobSettings From(IConfiguration configuration) =>
        new(
            configuration.GetValue("Jobs:Enabled", true),
            configuration.GetValue("Jobs:Dashboard", false),
            Seconds(configuration, "Jobs:HeartbeatSeconds", 60),
            Seconds(configuration, "Jobs:PollSeconds", 30)
        );

    private static TimeSpan Seconds(IConfiguration configuration, string name, int usual)
    {
        var seconds = configuration.GetValue(name, usual);
        return seconds is >= 1 and <= 300
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidOperationException($"{name} is {seconds}; 1 to 300 are allowed.");
    }
}
