using System.Globalization;

namespace EnforcementCases.Simulation;

/// <summary>One line that moves; on a pipe, a line now and then.</summary>
internal sealed class ProgressBar(int total)
{
    private const int Width = 32;

    public void Show(int done, string what)
    {
        var filled = total == 0 ? Width : Width * done / total;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('-', Width - filled)}] {done}/{total} {what}"
        );
        if (!Console.IsErrorRedirected)
            Console.Error.Write($"\r{line, -76}");
        else if (done % 25 == 0 || done == total)
            Console.Error.WriteLine(line);
        if (done == total && !Console.IsErrorRedirected)
            Console.Error.WriteLine();
    }
}
