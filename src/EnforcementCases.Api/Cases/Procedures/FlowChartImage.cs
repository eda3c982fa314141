using System.Globalization;
using System.Net;
using System.Text;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Platform.Language;

namespace EnforcementCases.Api.Cases.Procedures;

/// <summary>The flow chart as SVG. The stages form a column with the moves between them at its left; beside each stage are its acts as numbered cards, and the moves name
/// the acts by these numbers.</summary>
internal sealed class FlowChartImage
{
    private const int Margin = 24;
    private const int LaneWidth = 13;
    private const int BarWidth = 216;
    private const int PortHeight = 19;
    private const int BarTop = 40;
    private const int CardWidth = 296;
    private const int CardsInRow = 4;
    private const int Gap = 12;
    private const int BandGap = 30;
    private const int Line = 17;
    private const int Pad = 10;
    private const string Ink = "#1f2933";
    private const string Forward = "#2f6690";
    private const string Back = "#b4541a";

    private readonly AnswerLanguage language;
    private readonly StringBuilder svg = new();
    private readonly List<Band> bands = [];
    private readonly List<Edge> edges = [];

    private FlowChartImage(AnswerLanguage language) => this.language = language;

    public static string Draw(AnswerLanguage language) => new FlowChartImage(language).Draw();

    private bool IsEnglish => language == AnswerLanguage.English;

    private string Draw()
    {
        var lanes = Arrange();
        var barX = Margin + ((lanes + 1) * LaneWidth);
        var cardX = barX + BarWidth + 28;
        var width = cardX + (CardsInRow * (CardWidth + Gap)) + Margin;
        var height = bands[^1].Bottom + Margin;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" font-family=\"'Noto Sans SC','Microsoft YaHei','PingFang SC','Droid Sans Fallback',sans-serif\">\n"
        );
        svg.Append("<title>").Append(Say("行政处罚普通程序流程图")).Append("</title>\n");
        svg.Append("<defs>");
        foreach (var (id, colour) in new[] { ("f", Forward), ("b", Back) })
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<marker id=\"{id}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"{colour}\"/></marker>"
            );
        svg.Append("</defs>\n");
        Box(0, 0, width, height, "#ffffff", "none", 0);
        foreach (var band in bands)
            Draw(band, barX, cardX, width);
        foreach (var edge in edges)
            Draw(edge, barX);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Gives each band its place and each move its ports and lane; returns the number of lanes.</summary>
    private int Arrange()
    {
        var y = Margin;
        foreach (var stage in ProcedureChart.Stages)
        {
            var cards = ProcedureChart.Acts.Where(a => ProcedureChart.HomeOf(a) == stage.Stage).Select(CardOf).ToList();
            var leaving = ProcedureChart.Moves.Where(m => m.From == stage.Stage).ToList();
            var entering = ProcedureChart.Moves.Where(m => m.To == stage.Stage).ToList();
            var rows = cards.Chunk(CardsInRow).Select(row => row.Max(c => c.Height)).ToList();
            var height = Math.Max(
                BarTop + ((leaving.Count + entering.Count) * PortHeight) + Pad,
                rows.Sum() + (Math.Max(0, rows.Count - 1) * Gap) + (2 * Pad)
            );
            bands.Add(new(stage, cards, rows, y, height));
            y += height + BandGap;
        }
        foreach (var band in bands)
        {
            var port = band.Top + BarTop + 6;
            foreach (
                var move in ProcedureChart
                    .Moves.Where(m => m.To == band.Stage.Stage || m.From == band.Stage.Stage)
                    .OrderBy(m => m.From == band.Stage.Stage)
            )
            {
                if (move.From == band.Stage.Stage)
                    EdgeOf(move).FromY = port;
                else
                    EdgeOf(move).ToY = port;
                port += PortHeight;
            }
        }
        return GiveLanes();
    }

    private Edge EdgeOf(ProcedureMove move)
    {
        if (edges.Find(e => e.Move == move) is { } known)
            return known;
        edges.Add(new(move));
        return edges[^1];
    }

    /// <summary>Short moves are nearest to the column; no two that overlap share a lane.</summary>
    private int GiveLanes()
    {
        var lanes = new List<List<Edge>>();
        foreach (var edge in edges.OrderBy(e => e.Bottom - e.Top))
        {
            var lane = lanes.FindIndex(l => l.TrueForAll(other => edge.Bottom + 4 < other.Top || other.Bottom + 4 < edge.Top));
            if (lane < 0)
            {
                lanes.Add([]);
                lane = lanes.Count - 1;
            }
            lanes[lane].Add(edge);
            edge.Lane = lane;
        }
        return lanes.Count;
    }

    private Card CardOf(ProcedureAct act)
    {
        var chars = CardWidth - (2 * Pad);
        var lines = new List<CardLine>();
        void Add(string term, string text, string colour = Ink)
        {
            if (text.Length == 0)
                return;
            lines.AddRange(Wrap($"{Say(term)}{(IsEnglish ? ": " : "：")}{text}", chars, 12).Select(l => new CardLine(l, colour)));
        }
        var by = Several(act.By.Select(b => Say(b.Name)));
        Add(
            "办理",
            act.Relation switch
            {
                ActorRelation.Any => by,
                ActorRelation.Handler => by + Say("（本案承办人员）"),
                ActorRelation.Outsider => by + Say("（未参与本案办理）"),
            }
        );
        Add(
            "记录",
            IsEnglish
                ? $"[{Say(act.Recording.StageName)}] {Say(act.Recording.Content)}"
                : $"【{act.Recording.StageName}】{act.Recording.Content}"
        );
        Add("方式", Say(act.Recording.Manner), act.Recording.AudioVisual is RecordingDuty.Mandatory ? "#a4161a" : Ink);
        Add("载体", Say(act.Recording.Carrier));
        Add("起算期限", Several(act.Starts.Select(d => Say(d.Name))), Forward);
        Add("办结期限", Several(act.Ends.Select(d => Say(d.Name))), Forward);
        Add("前提", Several(act.Rules), "#52606d");
        var elsewhere = act.From.Where(s => s != ProcedureChart.HomeOf(act)).Select(NameOf).ToList();
        Add("亦可在", Several(elsewhere), "#52606d");
        return new(act, lines, (2 * Pad) + 24 + (lines.Count * Line));
    }

    private void Draw(Band band, int barX, int cardX, int width)
    {
        Box(barX + (BarWidth / 2), band.Top, width - Margin - barX - (BarWidth / 2), band.Height, "#f5f7fa", "#e4e7eb", 8);
        Box(barX, band.Top, BarWidth, band.Height, "#e1ecf4", Forward, 8);
        Text(barX + (BarWidth / 2), band.Top + 26, Say(band.Stage.Name), 17, Ink, bold: true, middle: true);
        foreach (var edge in edges.Where(e => e.Move.From == band.Stage.Stage))
            Text(
                barX + 12,
                edge.FromY + 4,
                $"{Several(edge.Move.Acts.Select(a => a.ToString(CultureInfo.InvariantCulture)))} → {NameOf(edge.Move.To)}",
                12,
                edge.IsBack ? Back : Forward
            );
        foreach (var edge in edges.Where(e => e.Move.To == band.Stage.Stage))
            Text(barX + 12, edge.ToY + 4, $"{Say("自")} {NameOf(edge.Move.From)}", 11, "#7b8794");
        var y = band.Top + Pad;
        foreach (var (row, height) in band.Cards.Chunk(CardsInRow).Zip(band.Rows))
        {
            for (var i = 0; i < row.Length; i++)
                Draw(row[i], cardX + (i * (CardWidth + Gap)), y, height);
            y += height + Gap;
        }
    }

    private void Draw(Card card, int x, int y, int height)
    {
        var moves = card.Act.To.Count > 0;
        Box(x, y, CardWidth, height, "#ffffff", moves ? Forward : "#cbd2d9", 6, moves ? 2 : 1);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{x + 20}\" cy=\"{y + 20}\" r=\"13\" fill=\"{(moves ? Forward : "#7b8794")}\"/>"
        );
        Text(x + 20, y + 24, card.Act.Number.ToString(CultureInfo.InvariantCulture), 12, "#ffffff", bold: true, middle: true);
        Text(x + 40, y + 25, IsEnglish ? card.Act.EnglishName : card.Act.Name, 15, Ink, bold: true);
        var line = y + Pad + 24 + 12;
        foreach (var (text, colour) in card.Lines)
        {
            Text(x + Pad, line, text, 12, colour);
            line += Line;
        }
    }

    private void Draw(Edge edge, int barX)
    {
        var x = barX - ((edge.Lane + 1) * LaneWidth);
        var (colour, marker) = edge.IsBack ? (Back, "b") : (Forward, "f");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"M{barX} {edge.FromY}H{x}V{edge.ToY}H{barX}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.4\"{(edge.IsBack ? " stroke-dasharray=\"5 3\"" : "")} marker-end=\"url(#{marker})\"/>\n"
        );
    }

    private string NameOf(CaseStage stage) =>
        ProcedureChart.Stages.Single(s => s.Stage == stage) is var found && IsEnglish ? found.EnglishName : found.Name;

    private string Say(string chinese) => English.In(language, chinese);

    private string Several(IEnumerable<string> said) => string.Join(IsEnglish ? ", " : "、", said);

    private void Box(int x, int y, int width, int height, string fill, string stroke, int radius, int strokeWidth = 1) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{strokeWidth}\"/>\n"
        );

    private void Text(int x, int y, string text, int size, string colour, bool bold = false, bool middle = false) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{(bold ? " font-weight=\"bold\"" : "")}{(middle ? " text-anchor=\"middle\"" : "")}>{WebUtility.HtmlEncode(text)}</text>\n"
        );

    /// <summary>Breaks a line that is too long: between Chinese characters anywhere but before a closing mark, in Latin words only at their ends.</summary>
    private static List<string> Wrap(string text, int width, int size)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in Pieces(text))
        {
            if (
                line.Length > 0
                && WidthOf(line + piece.TrimEnd(), size) > width
                && !"，。、；：）】".Contains(piece[0], StringComparison.Ordinal)
            )
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            line.Append(line.Length == 0 ? piece.TrimStart() : piece);
        }
        lines.Add(line.ToString());
        return lines;
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (var i = 0; i < text.Length; )
        {
            var end = i + 1;
            while (IsNarrow(text[i]) && end < text.Length && IsNarrow(text[end]) && text[end - 1] != ' ')
                end++;
            yield return text[i..end];
            i = end;
        }
    }

    private static double WidthOf(string text, int size) => text.Sum(c => IsNarrow(c) ? 0.56 : 1.0) * size;

    private static bool IsNarrow(char c) => c < 0x2000;

    private sealed record Band(ProcedureStage Stage, IReadOnlyList<Card> Cards, IReadOnlyList<int> Rows, int Top, int Height)
    {
        public int Bottom => Top + Height;
    }

    private sealed record Card(ProcedureAct Act, IReadOnlyList<CardLine> Lines, int Height);

    private sealed record CardLine(string Text, string Colour);

    private sealed class Edge(ProcedureMove move)
    {
        public ProcedureMove Move { get; } = move;

        public int FromY { get; set; }

        public int ToY { get; set; }

        public int Lane { get; set; }

        public int Top => Math.Min(FromY, ToY);

        public int Bottom => Math.Max(FromY, ToY);

        public bool IsBack => ToY < FromY;
    }
}
