using System.Globalization;
using FluentValidation.Resources;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>Message for a member whose rule has none of its own. The library's own texts need cultures, which the program runs without.</summary>
internal sealed class ChineseFaults : LanguageManager
{
    public override string GetString(string key, CultureInfo? culture = null) =>
        key switch
        {
            "NotEmptyValidator" or "NotNullValidator" => "不得为空",
            "EmptyValidator" or "NullValidator" => "不应填写",
            "MaximumLengthValidator" => "最多 {MaxLength} 个字符",
            "MinimumLengthValidator" => "至少 {MinLength} 个字符",
            "LengthValidator" => "应为 {MinLength} 至 {MaxLength} 个字符",
            "ExactLengthValidator" => "应为 {MaxLength} 个字符",
            "InclusiveBetweenValidator" => "应在 {From} 与 {To} 之间",
            "GreaterThanOrEqualValidator" => "不得小于 {ComparisonValue}",
            "GreaterThanValidator" => "应大于 {ComparisonValue}",
            "LessThanOrEqualValidator" => "不得大于 {ComparisonValue}",
            "LessThanValidator" => "应小于 {ComparisonValue}",
            "NotEqualValidator" => "不得为 {ComparisonValue}",
            "EnumValidator" => "不是允许的值",
            "RegularExpressionValidator" => "格式不符",
            _ => "不符合要求",
        };
}
