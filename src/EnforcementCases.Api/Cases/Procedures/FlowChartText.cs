using System.Globalization;
using System.Text;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Platform.Language;

namespace EnforcementCases.Api.Cases.Procedures;

/// <summary>The flow chart as Mermaid text: a box for each act, between the stages that it leaves and reaches.</summary>
internal static class FlowChartText
{
    public static string Write(AnswerLanguage language)
    {
        var text = new StringBuilder("flowchart TB\n");
        foreach (var stage in ProcedureChart.Stages)
            text.Append(CultureInfo.InvariantCulture, $"  {Id(stage.Stage)}([\"{English.In(language, stage.Name)}\"])\n");
        foreach (var home in ProcedureChart.Acts.GroupBy(ProcedureChart.HomeOf).OrderBy(g => g.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"  subgraph at_{home.Key}[\" \"]\n");
            foreach (var act in home)
                text.Append(CultureInfo.InvariantCulture, $"    {act.Act}[\"{Label(act, language)}\"]\n");
            text.Append("  end\n");
        }
        foreach (var act in ProcedureChart.Acts)
        {
            var moves = ProcedureChart.Moves.Where(m => m.Acts.Contains(act.Number)).ToList();
            foreach (var from in moves.Select(m => m.From).Distinct())
                text.Append(CultureInfo.InvariantCulture, $"  {Id(from)} --> {act.Act}\n");
            foreach (var to in moves.Select(m => m.To).Distinct())
                text.Append(CultureInfo.InvariantCulture, $"  {act.Act} --> {Id(to)}\n");
            foreach (var from in act.From.Except(moves.Select(m => m.From)))
                text.Append(CultureInfo.InvariantCulture, $"  {Id(from)} -.- {act.Act}\n");
        }
        return text.ToString();
    }

    private static string Id(CaseStage stage) => $"S_{stage}";

    private static string Label(ProcedureAct act, AnswerLanguage language)
    {
        string Say(string chinese) => English.In(language, chinese);
        var by = string.Join(language is AnswerLanguage.English ? ", " : "、", act.By.Select(b => Say(b.Name)));
        var colon = language is AnswerLanguage.English ? ": " : "：";
        var recorded = Say(act.Recording.StageName) + colon + Say(act.Recording.Content);
        return $"{act.Number} {Say(act.Name)}<br/>{by}<br/>{recorded}<br/>{Say(act.Recording.Manner)}<br/>{Say(act.Recording.Carrier)}";
    }
}
