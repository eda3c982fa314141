namespace EnforcementCases.Domain.Papers;

/// <summary>A field (栏目) that a form can have; its type is the type of its value. See <see cref="FormFields"/> for all of them.</summary>
/// <param name="Key">Stable, lower-case; also the name of its place in a fixed text, <c>{party}</c>.</param>
/// <param name="Label">Label printed before it, in Chinese.</param>
public abstract record FormField(string Key, string Label);

/// <summary>A field of text; a line feed in it begins a paragraph.</summary>
public sealed record TextField(string Key, string Label) : FormField(Key, Label);

/// <summary>A field of lines that bring their own labels: how a party is known depends on what it is.</summary>
public sealed record LinesField(string Key, string Label) : FormField(Key, Label);

/// <summary>A field of entries, printed as 1. 2. 3.</summary>
public sealed record ListField(string Key, string Label) : FormField(Key, Label);

/// <summary>A field of rows under fixed column heads (清单).</summary>
public sealed record TableField(string Key, string Label, params IReadOnlyList<string> Columns) : FormField(Key, Label);

/// <summary>A field of numbered questions and answers (问答).</summary>
public sealed record DialogueField(string Key, string Label) : FormField(Key, Label);

/// <summary>A field with boxes to tick.</summary>
public sealed record ChoiceField(string Key, string Label, params IReadOnlyList<string> Options) : FormField(Key, Label);

/// <summary>A field that names officers with the numbers of their certificates (执法人员).</summary>
public sealed record OfficersField(string Key, string Label) : FormField(Key, Label);

/// <summary>A field with the opinion of an approver (审批意见), with name and day.</summary>
public sealed record OpinionField(string Key, string Label) : FormField(Key, Label);
