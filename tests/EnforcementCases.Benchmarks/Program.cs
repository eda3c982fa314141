using EnforcementCases.Benchmarks;
using EnforcementCases.Benchmarks.Bare;
using EnforcementCases.Benchmarks.Crash;
using EnforcementCases.Benchmarks.Drills;
using EnforcementCases.Benchmarks.Figures;

// Started by scripts/bench, simulate, crash-test, backup-drill, storage-drill and jobs-drill, which build the program, start PostgreSQL and clean up.
var arguments = new Arguments(args);
return arguments.Verb switch
{
    "bench" => await BenchCommand.RunAsync(arguments),
    "fill" => await FillCommand.RunAsync(arguments),
    "lists" => await ListsCommand.RunAsync(arguments),
    "bare" => await BareProgram.RunAsync(arguments.Required("plan"), arguments.Required("Urls")),
    "crash" => await CrashCommand.RunAsync(arguments),
    "backup" => await DrillCommands.BackupAsync(arguments),
    "storage" => await DrillCommands.StorageAsync(arguments),
    "jobs" => await DrillCommands.JobsAsync(arguments),
    _ => throw new ArgumentException("bench, fill, lists, bare, crash, backup, storage or jobs"),
};
