using System.Globalization;
using System.Text;
using EnforcementCases.Domain.Papers;
using Xunit;
using static EnforcementCases.Domain.Tests.WrittenPage;

namespace EnforcementCases.Domain.Tests.Documents.Forms;

/// <summary>FORMS.md: every paper with its fields, whose duty they are, and its words. What a party is handed is law too: a change of it is read before it is meant.</summary>
public sealed class FormsDocumentTests
{
    [Fact]
    public void Every_paper_says_what_was_read()
    {
        var text = new StringBuilder(
            """
            # Papers of the file

            Written from the forms by `FormsDocumentTests`, which fails when this page is stale; never edited by hand. For each paper: what is asked of it, its fields
            with the refusal when one is empty, and a sample.

            """
        );
        foreach (var form in DocumentForms.Make())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {form.CatalogueNumber} {form.Title}\n\n{string.Join("\n", Said(form).Select(s => $"* {s}"))}\n\n"
            );
            text.Append("| field | label | empty |\n|---|---|---|\n");
            foreach (var entry in form.Entries)
                text.Append(Row(Fixed(entry.Field.Key), entry.Label, Duty(entry)));
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n```text\n{string.Join("\n", form.Fill(SampleForms.For(form)).Parts.SelectMany(Printed))}\n```\n"
            );
        }
        text.ToString().ShouldBeCurrent("FORMS.md");
    }

    private static IEnumerable<string> Said(DocumentForm form)
    {
        yield return $"{form.Kind}, {form.TemplateVersion}{(form.Word is { } word ? $", numbered 〔{word}〕" : "")}";
        foreach (
            var (holds, what) in new[]
            {
                (form.Sealed, "sealed"),
                (form.Verifiable, "with a code to check it"),
                (form.Payable, "with a code to pay by"),
                (form.EditedAsDraft, "edited as a draft"),
            }
        )
            if (holds)
                yield return what;
        if (form.PageSigners.Count > 0)
            yield return $"each page signed by {string.Join('、', form.PageSigners)}";
        if (form.Copies.Count > 0)
            yield return $"copies: {string.Join('、', form.Copies)}";
        yield return $"on {string.Join(", ", form.Papers)}";
    }

    private static string Duty(FormEntry entry) =>
        string.Join(
            ", ",
            new[]
            {
                entry.Duty is { } duty ? Fixed(duty.Code) : "may be",
                entry.When is { } given ? $"where {given.Key} is given" : "",
                entry.WhenTicked is { } ticked ? $"as {ticked}" : "",
                entry.AtLeast > 1 ? $"at least {entry.AtLeast}" : "",
                entry.LeftOut ? "no open row" : "",
            }.Where(s => s.Length > 0)
        );

    private static IEnumerable<string> Printed(FormPart part) =>
        part switch
        {
            AddresseePart to => [$"{to.Name}："],
            LinesPart lines => lines.Lines.Select(l => $"{l.Label}　{l.Value}"),
            TextPart { Heading: { } heading } body => [heading, .. body.Paragraphs],
            TextPart body => body.Paragraphs,
            ItemsPart items => [items.Caption, string.Join('｜', items.Columns), .. items.Rows.Select(r => string.Join('｜', r))],
            DialoguePart dialogue => dialogue.Entries.SelectMany(q => new[] { $"问：{q.Question}", $"答：{q.Answer}" }),
            OptionsPart options => [$"{options.Label}　{string.Concat(options.Options.Select(o => (o.Ticked ? "☑" : "□") + o.Text))}"],
            OpinionsPart opinions => opinions.Opinions.Select(o =>
                $"{o.Label}　{o.Opinion?.Text}　{o.Opinion?.By}　{o.Opinion?.On:yyyy-MM-dd}"
            ),
            SignaturesPart signatures => signatures.Blocks.Select(b => $"（签名）{b.Role}　{b.Name}　{b.CertificateNumber}"),
            _ => throw new ArgumentException($"{part.GetType().Name} is printed nowhere.", nameof(part)),
        };
}
