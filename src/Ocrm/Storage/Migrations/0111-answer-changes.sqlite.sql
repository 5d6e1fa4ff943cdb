CREATE TRIGGER ocrm_response_added AFTER INSERT ON ocrm.response FOR EACH ROW WHEN NEW.state IN ('complete', 'screened')
BEGIN
    INSERT INTO ocrm.answer_change (questionnaire, number, response) VALUES (NEW.questionnaire, NEW.number, NEW.id){;}
END;
CREATE TRIGGER ocrm_response_altered AFTER UPDATE ON ocrm.response FOR EACH ROW WHEN NEW.state IN ('complete', 'screened') OR OLD.state IN ('complete', 'screened')
BEGIN
    INSERT INTO ocrm.answer_change (questionnaire, number, response) VALUES (NEW.questionnaire, NEW.number, NEW.id){;}
END;
CREATE TRIGGER ocrm_response_removed AFTER DELETE ON ocrm.response FOR EACH ROW WHEN OLD.state IN ('complete', 'screened')
BEGIN
    INSERT INTO ocrm.answer_change (questionnaire, number, response) VALUES (OLD.questionnaire, OLD.number, OLD.id){;}
END;
INSERT INTO ocrm.answer_change (questionnaire, number, response) SELECT r.questionnaire, r.number, r.id FROM ocrm.response r WHERE r.state IN ('complete', 'screened')
