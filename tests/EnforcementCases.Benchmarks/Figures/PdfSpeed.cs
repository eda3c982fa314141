using System.Diagnostics;
using EnforcementCases.Api.Tests.Documents;
using EnforcementCases.Paper;

namespace EnforcementCases.Benchmarks.Figures;

/// <summary>Decisions laid out and written as PDF in this process, without server and database.</summary>
internal static class PdfSpeed
{
    private const int WarmUp = 100;

    public static IEnumerable<string> Measure(TimeSpan seconds)
    {
        for (var i = 0; i < WarmUp; i++)
            Render();
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var (a4, bytes) = PerSecond(threads, seconds, Render);
            var (receipt, _) = PerSecond(threads, seconds, RenderReceipt);
            yield return $"decision PDFs, {threads} thread(s): A4 {a4:0}/s ({bytes / 1024.0:0} KiB each), 80 mm {receipt:0}/s";
        }
    }

    private static byte[] Render() => FormLayout.RenderA4(SampleDecision.Content, new("当事人联", 1)).Pdf;

    private static byte[] RenderReceipt() => FormSlip.Render(SampleDecision.Content, new("当事人联", 1)).Pdf;

    private static (double PerSecond, int Bytes) PerSecond(int threads, TimeSpan seconds, Func<byte[]> render)
    {
        var clock = Stopwatch.StartNew();
        var made = 0;
        var bytes = 0;
        Parallel.For(
            0,
            threads,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            _ =>
            {
                while (clock.Elapsed < seconds)
                {
                    bytes = render().Length;
                    Interlocked.Increment(ref made);
                }
            }
        );
        return (made / clock.Elapsed.TotalSeconds, bytes);
    }
}
