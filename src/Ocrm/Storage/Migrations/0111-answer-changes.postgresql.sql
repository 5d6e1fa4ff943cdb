CREATE FUNCTION ocrm.response_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ocrm.answer_change (questionnaire, number, response)
    VALUES (COALESCE(NEW.questionnaire, OLD.questionnaire), COALESCE(NEW.number, OLD.number), COALESCE(NEW.id, OLD.id)){;}
    RETURN NULL{;}
END
$$;
CREATE TRIGGER response_added AFTER INSERT ON ocrm.response FOR EACH ROW WHEN (NEW.state IN ('complete', 'screened')) EXECUTE FUNCTION ocrm.response_changed();
CREATE TRIGGER response_altered AFTER UPDATE ON ocrm.response FOR EACH ROW
    WHEN (NEW.state IN ('complete', 'screened') OR OLD.state IN ('complete', 'screened')) EXECUTE FUNCTION ocrm.response_changed();
CREATE TRIGGER response_removed AFTER DELETE ON ocrm.response FOR EACH ROW WHEN (OLD.state IN ('complete', 'screened')) EXECUTE FUNCTION ocrm.response_changed();
INSERT INTO ocrm.answer_change (questionnaire, number, response) SELECT r.questionnaire, r.number, r.id FROM ocrm.response r WHERE r.state IN ('complete', 'screened')
